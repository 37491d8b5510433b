using LatentWalk.Core.Errors;

namespace LatentWalk.Core.Onnx;

/// <summary>A layer's weight in the order in which the graph has it, and the output that each of its values belongs to.</summary>
internal sealed record LayerWeight(FoldedLayer Layer, WeightLayout Layout)
{
    private const int Kernel = FoldedLayer.Kernel;

    public long[] Dims => Layout switch
    {
        WeightLayout.Matrix => [Layer.Inputs, Layer.Outputs * Kernel],
        WeightLayout.Transposed => [Layer.Inputs, Layer.Outputs, 4, 4],
        _ => [Layer.Outputs, Layer.Inputs, 4, 4],
    };

    public int Length => Layer.WeightLength;

    /// <summary>The dimension that counts outputs.</summary>
    public int OutputAxis => Layout == WeightLayout.Convolution ? 0 : 1;

    public int Outputs => (int)Dims[OutputAxis];

    public int OutputOf(int index) => Layout switch
    {
        WeightLayout.Matrix => index % (Layer.Outputs * Kernel),
        WeightLayout.Transposed => index / Kernel % Layer.Outputs,
        _ => index / (Kernel * Layer.Inputs),
    };

    /// <param name="values"><see cref="Length"/> values, filled; need not be aligned.</param>
    public void Read(Span<float> values)
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

    /// <exception cref="BadModelException">A value is beyond float16.</exception>
    public Half[] ToHalf() => HalfFloats.Of(Read(), Layer.Name);

    /// <summary>
    /// value ≈ level · scale of its output: the largest magnitude of an output is level 127, halves round to even, -128 is not used.
    /// </summary>
    public (sbyte[] Levels, float[] Scales) ToInt8()
    {
        float[] values = Read();
        var scales = new float[Outputs];
        for (int k = 0; k < values.Length; k++)
        {
            ref float scale = ref scales[OutputOf(k)];
            scale = Math.Max(scale, Math.Abs(values[k]));
        }

        foreach (ref float scale in scales.AsSpan())
        {
            // An output without any weight, or with next to none, is 0 at every scale.
            scale = float.IsNormal(scale / 127) ? scale / 127 : 1;
        }

        var levels = new sbyte[values.Length];
        for (int k = 0; k < values.Length; k++)
        {
            levels[k] = (sbyte)MathF.Round(Math.Clamp(values[k] / scales[OutputOf(k)], -127, 127));
        }

        return (levels, scales);
    }

    private float[] Read()
    {
        var values = new float[Length];
        Read(values);
        return values;
    }
}
