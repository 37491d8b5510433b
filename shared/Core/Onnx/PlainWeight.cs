namespace LatentWalk.Core.Onnx;

/// <summary>A tensor of a checkpoint as it is but for a factor of each output, its outputs first: [out, in / groups, k, k] of Conv, [out, in] of Gemm with transB.</summary>
/// <param name="OutputScale">What each output is multiplied by; null for nothing.</param>
internal sealed record PlainWeight(IWeights Source, string Name, long[] Shape, double[]? OutputScale = null) : GraphWeight(Name)
{
    public override long[] Dims => Shape;

    public override int OutputAxis => 0;

    public override void Read(Span<float> values)
    {
        Source.Read(Name, values);
        RequiredWeights.RequireFinite(values, Name);
        int inner = values.Length / Outputs;
        for (int o = 0; o < OutputScale?.Length; o++)
        {
            foreach (ref float value in values.Slice(o * inner, inner))
            {
                value = (float)(value * OutputScale[o]);
            }
        }
    }
}
