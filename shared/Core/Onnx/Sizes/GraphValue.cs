namespace LatentWalk.Core.Onnx.Sizes;

/// <summary>What is known of a tensor before the graph runs: type, shape, whether constants alone make it, and its numbers where they are few and known.</summary>
internal sealed record GraphValue(OnnxElementType Type, long[] Dims, double[]? Numbers = null)
{
    public bool IsConstant { get; init; }

    public int Rank => Dims.Length;

    public long Count => Product(Dims);

    public long Bytes => Math.Min(Count, long.MaxValue / 8) * Type.Bytes;

    public string Shape => $"[{string.Join(", ", Dims)}]";

    /// <summary>Stops at the largest number there is instead of running over it.</summary>
    public static long Product(ReadOnlySpan<long> factors)
    {
        long product = 1;
        foreach (long factor in factors)
        {
            product = Times(product, factor);
        }

        return product;
    }

    public static long Times(long a, long b) => (long)Int128.Clamp((Int128)a * b, long.MinValue, long.MaxValue);
}
