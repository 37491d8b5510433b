using System.Numerics;
using System.Runtime.InteropServices;

namespace LatentWalk.Core.Pixels;

/// <summary>
/// The only conversion between float pictures and pixels. level = round((x + 1) · 127.5), halves to even, clamped to
/// 0..255; a value that is not a number becomes 0. Back: x = level / 127.5 - 1, and that rounds to the same level again.
/// </summary>
public static class PixelConversion
{
    private static readonly float[] LevelValues = MakeLevelValues();

    /// <summary>One value in [-1, 1] to its level: what the vector code must agree with.</summary>
    public static byte ToLevel(float x) => Quantise((x + 1f) * 127.5f);

    /// <summary>A level to its value in [-1, 1].</summary>
    public static float FromLevel(byte level) => LevelValues[level];

    /// <summary>float32 [3, H, W] in [-1, 1] to uint8 [H, W, 4], alpha 255.</summary>
    public static void ToRgba8(ReadOnlySpan<float> planar, int width, int height, Span<byte> rgba)
    {
        int pixels = PixelCount(width, height);
        RequireLength(planar.Length, 3 * pixels, nameof(planar));
        RequireLength(rgba.Length, 4 * pixels, nameof(rgba));
        ToRgba8(planar[..pixels], planar.Slice(pixels, pixels), planar[(2 * pixels)..], rgba, 1f, 127.5f);
    }

    /// <summary>A float picture of any layout to uint8 [H, W, 4]; alpha is 255 unless the picture has its own.</summary>
    public static void ToRgba8(ReadOnlySpan<float> values, PixelLayout layout, int width, int height, Span<byte> rgba)
    {
        int pixels = PixelCount(width, height);
        RequireLength(values.Length, checked(layout.Channels * pixels), nameof(values));
        RequireLength(rgba.Length, 4 * pixels, nameof(rgba));
        var (offset, scale) = layout.Range == ValueRange.SignedUnit ? (1f, 127.5f) : (0f, 255f);
        if (layout.Order == ChannelOrder.Planar && layout.Channels == 3)
        {
            ToRgba8(values[..pixels], values.Slice(pixels, pixels), values[(2 * pixels)..], rgba, offset, scale);
            return;
        }

        int pixelStride = layout.Order == ChannelOrder.Planar ? 1 : layout.Channels;
        int channelStride = layout.Order == ChannelOrder.Planar ? pixels : 1;
        var (green, blue, hasAlpha) = Channels(layout.Channels, channelStride);
        for (int i = 0; i < pixels; i++)
        {
            int at = i * pixelStride;
            rgba[4 * i] = Quantise((values[at] + offset) * scale);
            rgba[(4 * i) + 1] = Quantise((values[at + green] + offset) * scale);
            rgba[(4 * i) + 2] = Quantise((values[at + blue] + offset) * scale);
            rgba[(4 * i) + 3] = hasAlpha ? Quantise((values[at + (3 * channelStride)] + offset) * scale) : (byte)255;
        }
    }

    /// <summary>A uint8 picture of 1, 3 or 4 channels in either order to uint8 [H, W, 4].</summary>
    public static void ToRgba8(ReadOnlySpan<byte> values, ChannelOrder order, int channels, int width, int height, Span<byte> rgba)
    {
        int pixels = PixelCount(width, height);
        RequireLength(values.Length, checked(channels * pixels), nameof(values));
        RequireLength(rgba.Length, 4 * pixels, nameof(rgba));
        int pixelStride = order == ChannelOrder.Planar ? 1 : channels;
        int channelStride = order == ChannelOrder.Planar ? pixels : 1;
        var (green, blue, hasAlpha) = Channels(channels, channelStride);
        for (int i = 0; i < pixels; i++)
        {
            int at = i * pixelStride;
            rgba[4 * i] = values[at];
            rgba[(4 * i) + 1] = values[at + green];
            rgba[(4 * i) + 2] = values[at + blue];
            rgba[(4 * i) + 3] = hasAlpha ? values[at + (3 * channelStride)] : (byte)255;
        }
    }

    /// <summary>float32 [3, H, W] in [-1, 1] to uint8 [H, W, 3].</summary>
    public static void ToRgb8(ReadOnlySpan<float> planar, int width, int height, Span<byte> rgb)
    {
        int pixels = PixelCount(width, height);
        RequireLength(planar.Length, 3 * pixels, nameof(planar));
        RequireLength(rgb.Length, 3 * pixels, nameof(rgb));
        ReadOnlySpan<float> red = planar[..pixels];
        ReadOnlySpan<float> green = planar.Slice(pixels, pixels);
        ReadOnlySpan<float> blue = planar[(2 * pixels)..];
        for (int i = 0; i < pixels; i++)
        {
            rgb[3 * i] = ToLevel(red[i]);
            rgb[(3 * i) + 1] = ToLevel(green[i]);
            rgb[(3 * i) + 2] = ToLevel(blue[i]);
        }
    }

    /// <summary>uint8 [H, W, 3] to float32 [3, H, W] in [-1, 1].</summary>
    /// <param name="mirror">Flip left to right on the way.</param>
    public static void FromRgb8(ReadOnlySpan<byte> rgb, int width, int height, Span<float> planar, bool mirror = false)
    {
        int pixels = PixelCount(width, height);
        RequireLength(rgb.Length, 3 * pixels, nameof(rgb));
        RequireLength(planar.Length, 3 * pixels, nameof(planar));
        Span<float> red = planar[..pixels];
        Span<float> green = planar.Slice(pixels, pixels);
        Span<float> blue = planar[(2 * pixels)..];
        if (!mirror)
        {
            RgbPlanes.Convert(rgb, red, green, blue, reverse: false);
            return;
        }

        for (int at = 0; at < pixels; at += width)
        {
            RgbPlanes.Convert(rgb.Slice(3 * at, 3 * width), red.Slice(at, width), green.Slice(at, width), blue.Slice(at, width), reverse: true);
        }
    }

    private static void ToRgba8(
        ReadOnlySpan<float> red, ReadOnlySpan<float> green, ReadOnlySpan<float> blue, Span<byte> rgba, float offset, float scale)
    {
        int i = 0;
        if (BitConverter.IsLittleEndian)
        {
            // A pixel is one 32-bit word, red in its lowest byte: shift the levels together and store whole vectors.
            Span<int> words = MemoryMarshal.Cast<byte, int>(rgba);
            var alpha = new Vector<int>(unchecked((int)0xFF000000));
            for (; i <= red.Length - Vector<float>.Count; i += Vector<float>.Count)
            {
                Vector<int> word = alpha
                    | Quantise((new Vector<float>(red[i..]) + new Vector<float>(offset)) * scale)
                    | (Quantise((new Vector<float>(green[i..]) + new Vector<float>(offset)) * scale) << 8)
                    | (Quantise((new Vector<float>(blue[i..]) + new Vector<float>(offset)) * scale) << 16);
                word.CopyTo(words[i..]);
            }
        }

        for (; i < red.Length; i++)
        {
            rgba[4 * i] = Quantise((red[i] + offset) * scale);
            rgba[(4 * i) + 1] = Quantise((green[i] + offset) * scale);
            rgba[(4 * i) + 2] = Quantise((blue[i] + offset) * scale);
            rgba[(4 * i) + 3] = 255;
        }
    }

    // Comparisons with a value that is not a number are false, so it falls through to 0.
    private static byte Quantise(float level) => level >= 255f ? (byte)255 : level > 0f ? (byte)MathF.Round(level) : (byte)0;

    private static Vector<int> Quantise(Vector<float> level)
    {
        Vector<float> positive = Vector.ConditionalSelect(Vector.GreaterThan(level, Vector<float>.Zero), level, Vector<float>.Zero);
        Vector<float> clamped = Vector.ConditionalSelect(Vector.LessThan(positive, new Vector<float>(255f)), positive, new Vector<float>(255f));
        return Vector.ConvertToInt32(Vector.Round(clamped));
    }

    private static (int Green, int Blue, bool HasAlpha) Channels(int channels, int channelStride) => channels switch
    {
        1 => (0, 0, false),
        3 => (channelStride, 2 * channelStride, false),
        4 => (channelStride, 2 * channelStride, true),
        _ => throw new ArgumentOutOfRangeException(nameof(channels), channels, "A picture has 1, 3 or 4 channels."),
    };

    private static int PixelCount(int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        return checked(width * height);
    }

    private static void RequireLength(int length, int expected, string name)
    {
        if (length != expected)
        {
            throw new ArgumentException($"{name} has {length} elements; expected {expected}.", name);
        }
    }

    private static float[] MakeLevelValues()
    {
        var values = new float[256];
        for (int level = 0; level < values.Length; level++)
        {
            values[level] = (float)((level / 127.5) - 1);
        }

        return values;
    }
}
