using System.Numerics;
using LatentWalk.Core.Pixels;

namespace LatentWalk.Trainer.Watching;

/// <summary>A picture made so small that two can be compared in a microsecond: [3, S, S] float32 in [-1, 1], each the mean of a block.</summary>
internal static class Sketch
{
    public const int LargestSide = 16;

    /// <summary>Side of a sketch of pictures of this size.</summary>
    public static int SideOf(int size)
    {
        int side = size;
        while (side > LargestSide && side % 2 == 0)
        {
            side /= 2;
        }

        return side;
    }

    /// <param name="planar">float32 [3, size, size].</param>
    /// <param name="sketch">Filled.</param>
    public static void OfFloats(ReadOnlySpan<float> planar, int size, Span<float> sketch)
    {
        int side = SideOf(size);
        int block = size / side;
        float share = 1f / (block * block);
        sketch.Clear();
        for (int row = 0; row < 3 * size; row++)
        {
            // Rows of the planes follow each other in both, so one count of rows does for all three.
            var target = sketch.Slice(row / block * side, side);
            var source = planar.Slice(row * size, size);
            for (int x = 0; x < size; x++)
            {
                target[x / block] += source[x] * share;
            }
        }
    }

    /// <param name="rgb">uint8 [size, size, 3].</param>
    /// <param name="planes">Room to work in, 3 · size · size.</param>
    public static void OfRgb(ReadOnlySpan<byte> rgb, int size, bool mirror, Span<float> planes, Span<float> sketch)
    {
        PixelConversion.FromRgb8(rgb, size, size, planes, mirror);
        OfFloats(planes, size, sketch);
    }

    /// <summary>Euclidean.</summary>
    public static double Distance(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var sum = Vector<float>.Zero;
        int i = 0;
        for (; i <= a.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            var difference = new Vector<float>(a[i..]) - new Vector<float>(b[i..]);
            sum += difference * difference;
        }

        double rest = Vector.Sum(sum);
        for (; i < a.Length; i++)
        {
            rest += (a[i] - b[i]) * (a[i] - b[i]);
        }

        return Math.Sqrt(rest);
    }
}
