using SixLabors.ImageSharp.PixelFormats;

namespace SixLabors.ImageSharp.Formats.Png;

/// <summary>The drawing surface of an animated PNG: frames are laid on it and disposed of between.</summary>
internal sealed class PngCanvas(int width, int height)
{
    private readonly Rgba32[] pixels = new Rgba32[width * height];

    /// <returns>A copy of the whole canvas while the frame shows.</returns>
    public Rgba32[] Show(PngFrameControl frame, Rgba32[] source)
    {
        Rgba32[]? before = frame.Disposal == PngDisposalMethod.RestoreToPrevious ? (Rgba32[])this.pixels.Clone() : null;
        for (int y = 0; y < frame.Height; y++)
        {
            Span<Rgba32> target = this.pixels.AsSpan(((frame.Y + y) * width) + frame.X, frame.Width);
            ReadOnlySpan<Rgba32> row = source.AsSpan(y * frame.Width, frame.Width);
            if (frame.Blend == PngBlendMethod.Source)
            {
                row.CopyTo(target);
            }
            else
            {
                Blend(row, target);
            }
        }

        Rgba32[] shown = (Rgba32[])this.pixels.Clone();
        if (before is not null)
        {
            before.CopyTo(this.pixels, 0);
        }
        else if (frame.Disposal == PngDisposalMethod.RestoreToBackground)
        {
            for (int y = 0; y < frame.Height; y++)
            {
                this.pixels.AsSpan(((frame.Y + y) * width) + frame.X, frame.Width).Clear();
            }
        }

        return shown;
    }

    private static void Blend(ReadOnlySpan<Rgba32> source, Span<Rgba32> target)
    {
        for (int i = 0; i < source.Length; i++)
        {
            target[i] = PixelBlend.Over(source[i], target[i]);
        }
    }
}
