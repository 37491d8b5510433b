using LatentWalk.Core.Errors;

namespace LatentWalk.Core.Onnx;

/// <summary>A layer's weight in the order in which the graph has it, read whenever it is asked for and not kept.</summary>
/// <param name="Name">Of the tensor, for messages.</param>
internal abstract record GraphWeight(string Name)
{
    public abstract long[] Dims { get; }

    /// <summary>The dimension that counts outputs.</summary>
    public abstract int OutputAxis { get; }

    public int Length => (int)Dims.Aggregate(1L, (a, b) => a * b);

    public int Outputs => (int)Dims[OutputAxis];

    /// <param name="values"><see cref="Length"/> values, filled; need not be aligned.</param>
    /// <exception cref="BadModelException">A value is not a finite number.</exception>
    public abstract void Read(Span<float> values);

    /// <exception cref="BadModelException">A value is beyond float16.</exception>
    public Half[] ToHalf() => HalfFloats.Of(Read(), Name);

    /// <summary>
    /// value ≈ level · scale of its output: the largest magnitude of an output is level 127, halves round to even, -128 is not used.
    /// </summary>
    public (sbyte[] Levels, float[] Scales) ToInt8()
    {
        float[] values = Read();
        var scales = new float[Outputs];
        int inner = (int)Dims.Skip(OutputAxis + 1).Aggregate(1L, (a, b) => a * b);
        for (int k = 0; k < values.Length; k++)
        {
            ref float scale = ref scales[k / inner % Outputs];
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
            levels[k] = (sbyte)MathF.Round(Math.Clamp(values[k] / scales[k / inner % Outputs], -127, 127));
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
