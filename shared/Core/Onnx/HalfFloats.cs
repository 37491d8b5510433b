using LatentWalk.Core.Errors;

namespace LatentWalk.Core.Onnx;

/// <summary>float32 to float16, to nearest, halves to even.</summary>
internal static class HalfFloats
{
    /// <param name="name">For the message.</param>
    /// <exception cref="BadModelException">A value is beyond the largest of float16, 65504.</exception>
    public static Half[] Of(ReadOnlySpan<float> values, string name)
    {
        var halves = new Half[values.Length];
        for (int k = 0; k < values.Length; k++)
        {
            halves[k] = (Half)values[k];
            if (!Half.IsFinite(halves[k]))
            {
                throw new BadModelException($"Value {k} of tensor '{name}' is {values[k]} with its batch norm multiplied in, beyond float16's 65504; export it with --precision fp32 or int8-weights.");
            }
        }

        return halves;
    }
}
