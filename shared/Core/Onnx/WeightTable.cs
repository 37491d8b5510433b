namespace LatentWalk.Core.Onnx;

/// <summary>Tensors that are in memory already.</summary>
internal sealed class WeightTable(IReadOnlyDictionary<string, float[]> weights) : IWeights
{
    public long? Length(string name) => weights.TryGetValue(name, out float[]? values) ? values.Length : null;

    public void Read(string name, Span<float> values) => weights[name].CopyTo(values);

    /// <summary>The table itself where it can read tensor by tensor.</summary>
    public static IWeights Of(IReadOnlyDictionary<string, float[]> weights) => weights as IWeights ?? new WeightTable(weights);
}
