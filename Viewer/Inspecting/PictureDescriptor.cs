using System.Numerics.Tensors;

namespace LatentWalk.Viewer.Inspecting;

/// <summary>
/// What a picture looks like in a few numbers: its colours at 16x16, and how its brightness rises to the right and downwards
/// there, so that outlines count as well as colours. The distance of two is a root mean square in levels of 255.
/// </summary>
internal static class PictureDescriptor
{
    /// <summary>Of the small picture.</summary>
    public const int Side = 16;

    public const int Length = Side * Side * 5;

    // Brightness rises by less than colours differ; this brings both to about the same weight on drawn faces.
    private const float EdgeWeight = 1.5f;

    private static readonly float Scale = 1 / MathF.Sqrt(Side * Side * 3);

    /// <param name="rgb">uint8 [16, 16, 3].</param>
    /// <param name="descriptor">[<see cref="Length"/>], filled.</param>
    public static void Write(ReadOnlySpan<byte> rgb, Span<float> descriptor)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(rgb.Length, Side * Side * 3);
        ArgumentOutOfRangeException.ThrowIfNotEqual(descriptor.Length, Length);
        Span<float> brightness = stackalloc float[Side * Side];
        for (int i = 0; i < brightness.Length; i++)
        {
            ReadOnlySpan<byte> pixel = rgb.Slice(i * 3, 3);
            brightness[i] = (0.299f * pixel[0]) + (0.587f * pixel[1]) + (0.114f * pixel[2]);
            for (int channel = 0; channel < 3; channel++)
            {
                descriptor[(i * 3) + channel] = pixel[channel] * Scale;
            }
        }

        Span<float> edges = descriptor[(Side * Side * 3)..];
        for (int y = 0; y < Side; y++)
        {
            for (int x = 0; x < Side; x++)
            {
                int i = (y * Side) + x;
                edges[i * 2] = x + 1 < Side ? (brightness[i + 1] - brightness[i]) * EdgeWeight * Scale : 0;
                edges[(i * 2) + 1] = y + 1 < Side ? (brightness[i + Side] - brightness[i]) * EdgeWeight * Scale : 0;
            }
        }
    }

    /// <summary>The small picture that a descriptor was written of, uint8 [16, 16, 3].</summary>
    public static void Read(ReadOnlySpan<float> descriptor, Span<byte> rgb)
    {
        for (int i = 0; i < rgb.Length; i++)
        {
            rgb[i] = (byte)MathF.Round(descriptor[i] / Scale);
        }
    }

    /// <summary>The same picture seen in a mirror, [16, 16, 3].</summary>
    public static void Mirror(ReadOnlySpan<byte> rgb, Span<byte> mirrored)
    {
        for (int y = 0; y < Side; y++)
        {
            for (int x = 0; x < Side; x++)
            {
                rgb.Slice(((y * Side) + x) * 3, 3).CopyTo(mirrored[(((y * Side) + Side - 1 - x) * 3)..]);
            }
        }
    }

    /// <summary>A picture of the viewer's at 16x16: the mean over each small square.</summary>
    /// <param name="rgba">uint8 [height, width, 4].</param>
    /// <param name="rgb">uint8 [16, 16, 3], filled.</param>
    public static void Shrink(ReadOnlySpan<byte> rgba, int width, int height, Span<byte> rgb)
    {
        for (int y = 0; y < Side; y++)
        {
            int top = y * height / Side;
            int bottom = Math.Max(top + 1, (y + 1) * height / Side);
            for (int x = 0; x < Side; x++)
            {
                int left = x * width / Side;
                int right = Math.Max(left + 1, (x + 1) * width / Side);
                for (int channel = 0; channel < 3; channel++)
                {
                    rgb[(((y * Side) + x) * 3) + channel] = Mean(rgba, width, channel, left, top, right, bottom);
                }
            }
        }
    }

    public static float Distance(ReadOnlySpan<float> a, ReadOnlySpan<float> b) => TensorPrimitives.Distance(a, b);

    private static byte Mean(ReadOnlySpan<byte> rgba, int width, int channel, int left, int top, int right, int bottom)
    {
        int sum = 0;
        for (int y = top; y < bottom; y++)
        {
            for (int x = left; x < right; x++)
            {
                sum += rgba[(((y * width) + x) * 4) + channel];
            }
        }

        int count = (right - left) * (bottom - top);
        return (byte)((sum + (count / 2)) / count);
    }
}
