namespace LatentWalk.Core.Onnx;

/// <summary>The weight of a transposed convolution in one of the orders in which a graph has it.</summary>
internal sealed record LayerWeight(FoldedLayer Layer, WeightLayout Layout) : GraphWeight(Layer.Name)
{
    private const int Kernel = FoldedLayer.Kernel;

    public override long[] Dims => Layout switch
    {
        WeightLayout.Matrix => [Layer.Inputs, Layer.Outputs * Kernel],
        WeightLayout.Transposed => [Layer.Inputs, Layer.Outputs, 4, 4],
        _ => [Layer.Outputs, Layer.Inputs, 4, 4],
    };

    public override int OutputAxis => Layout == WeightLayout.Convolution ? 0 : 1;

    public override void Read(Span<float> values)
    {
        if (Layout != WeightLayout.Convolution)
        {
            Layer.ReadWeight(values);
            return;
        }

        var weight = new float[Length];
        Layer.ReadWeight(weight);
        for (int k = 0; k < values.Length; k += Kernel)
        {
            int output = k / (Kernel * Layer.Inputs), input = k / Kernel % Layer.Inputs;
            int from = ((input * Layer.Outputs) + output) * Kernel;
            for (int tap = 0; tap < Kernel; tap++)
            {
                values[k + tap] = weight[from + Kernel - 1 - tap];
            }
        }
    }
}
