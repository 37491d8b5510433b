using LatentWalk.Core.Errors;
using LatentWalk.Core.Pixels;

namespace LatentWalk.Inference;

/// <summary>The form of a generator's pictures: where the channels lie, how many, how large, and what the numbers mean.</summary>
/// <param name="Range">Null for uint8.</param>
internal sealed record ImageForm(ChannelOrder Order, int Channels, int Width, int Height, ValueRange? Range)
{
    public bool IsBytes => Range is null;

    /// <summary>Values of one picture.</summary>
    public int Values => Channels * Width * Height;

    public PixelLayout Layout => new(Order, Channels, Range ?? ValueRange.Unit);

    public long[] Shape(int count) => Order == ChannelOrder.Planar
        ? [count, Channels, Height, Width]
        : [count, Height, Width, Channels];

    /// <summary>[N, C, H, W] where dimension 1 can be channels, else [N, H, W, C]; null when neither fits or a side is absurd.</summary>
    public static ImageForm? FromShape(ReadOnlySpan<long> shape, ValueRange? range, int longestSide)
    {
        if (shape.Length != 4)
        {
            return null;
        }

        bool planar = IsChannels(shape[1]);
        bool interleaved = IsChannels(shape[3]);
        // [N, 3, 4, 4] and the like fit both: PyTorch's order is by far the more common one for float, RGBA rows for bytes.
        bool first = planar && !(interleaved && range is null);
        long height = first ? shape[2] : shape[1];
        long width = first ? shape[3] : shape[2];
        bool sane = (planar || interleaved) && height >= 1 && width >= 1 && height <= longestSide && width <= longestSide;
        return sane
            ? new ImageForm(first ? ChannelOrder.Planar : ChannelOrder.Interleaved, (int)(first ? shape[1] : shape[3]), (int)width, (int)height, range)
            : null;
    }

    /// <summary>What the numbers of some pictures say about their range.</summary>
    /// <exception cref="BadModelException">Not finite, or in no known range.</exception>
    public static ValueRange ProbeRange(ReadOnlySpan<float> values, string path)
    {
        float lowest = float.PositiveInfinity, highest = float.NegativeInfinity;
        foreach (float value in values)
        {
            if (!float.IsFinite(value))
            {
                throw new BadModelException($"{path} makes pictures with {value} in them, expected numbers in [-1, 1] or [0, 1]; its weights are damaged or its training diverged.");
            }

            lowest = Math.Min(lowest, value);
            highest = Math.Max(highest, value);
        }

        // A network without a last activation overshoots a little; its pictures are clamped.
        const float overshoot = 3;
        return (lowest, highest) switch
        {
            ( < -overshoot, _) or (_, > overshoot) => throw new BadModelException(
                $"{path} makes pictures with numbers from {lowest:g4} to {highest:g4}, expected [-1, 1], [0, 1] or bytes."),
            ( < -1e-3f, _) => ValueRange.SignedUnit,
            _ => ValueRange.Unit,
        };
    }

    /// <summary>Values of one picture -> uint8 [H, W, 4].</summary>
    public void ToRgba8(ReadOnlySpan<float> values, Span<byte> rgba) => PixelConversion.ToRgba8(values, Layout, Width, Height, rgba);

    public void ToRgba8(ReadOnlySpan<byte> values, Span<byte> rgba)
    {
        if (Order == ChannelOrder.Interleaved && Channels == 4)
        {
            values.CopyTo(rgba);
        }
        else
        {
            PixelConversion.ToRgba8(values, Order, Channels, Width, Height, rgba);
        }
    }

    public override string ToString() =>
        (Order == ChannelOrder.Planar ? $"[n, {Channels}, {Height}, {Width}]" : $"[n, {Height}, {Width}, {Channels}]")
        + Range switch { null => " bytes", ValueRange.Unit => " in [0, 1]", _ => " in [-1, 1]" };

    private static bool IsChannels(long dimension) => dimension is 1 or 3 or 4;
}
