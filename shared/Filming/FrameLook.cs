using System.Globalization;

namespace LatentWalk.Filming;

/// <summary>What is done to a generator's picture before it is a frame.</summary>
/// <param name="Ground">What shows where the picture lets it through, 0xRRGGBB; null keeps alpha.</param>
public sealed record FrameLook(PictureSizing Size, int? Ground = null)
{
    /// <summary>In words, for the PNG; null where nothing but whole pixels were enlarged.</summary>
    public string? Note
    {
        get
        {
            string? filter = Size.Smooth ? "Filter: lanczos" : null;
            string? ground = Ground is int color ? string.Create(CultureInfo.InvariantCulture, $"Background: #{color:x6}") : null;
            return filter is null ? ground : ground is null ? filter : $"{filter}, {ground}";
        }
    }

    /// <summary>uint8 [height, width, 4] → a frame, filled.</summary>
    public void Apply(ReadOnlySpan<byte> rgba, int width, int height, Span<byte> frame)
    {
        Size.Apply(rgba, width, height, frame);
        if (Ground is not int color)
        {
            return;
        }

        for (int i = 0; i < frame.Length; i += 4)
        {
            int alpha = frame[i + 3];
            if (alpha < 255)
            {
                frame[i] = Over(frame[i], color >> 16, alpha);
                frame[i + 1] = Over(frame[i + 1], color >> 8, alpha);
                frame[i + 2] = Over(frame[i + 2], color, alpha);
                frame[i + 3] = 255;
            }
        }
    }

    private static byte Over(int level, int ground, int alpha) => (byte)(((level * alpha) + ((ground & 255) * (255 - alpha)) + 127) / 255);
}
