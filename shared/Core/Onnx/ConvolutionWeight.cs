namespace LatentWalk.Core.Onnx;

/// <summary>A weight [out, in, …] that lies in the graph as in the checkpoint, but for a factor of each output.</summary>
/// <param name="Shape">Of the tensor.</param>
/// <param name="Scale">[out]; null for none.</param>
internal sealed record ConvolutionWeight(IWeights Source, string Tensor, long[] Shape, double[]? Scale) : GraphWeight(Tensor)
{
    public override long[] Dims => Shape;

    public override int OutputAxis => 0;

    public override void Read(Span<float> values)
    {
        Source.Read(Tensor, values);
        RequiredWeights.RequireFinite(values, Tensor);
        if (Scale is null)
        {
            return;
        }

        int inner = values.Length / Scale.Length;
        for (int o = 0; o < Scale.Length; o++)
        {
            foreach (ref float value in values.Slice(o * inner, inner))
            {
                value = (float)(value * Scale[o]);
            }
        }
    }
}
