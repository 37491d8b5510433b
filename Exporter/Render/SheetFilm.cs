using LatentWalk.Core.Errors;
using LatentWalk.Filming;
using LatentWalk.Imaging;

namespace LatentWalk.Exporter.Render;

/// <summary>All pictures on one sheet, for people to look at.</summary>
internal sealed class SheetFilm : IFilm
{
    private readonly string path;
    private readonly SheetCanvas canvas;

    /// <exception cref="UsageException">The sheet would be larger than pictures may be.</exception>
    public SheetFilm(string path, FilmSettings settings, int? columns, int? ground)
    {
        int wide = columns ?? (int)Math.Ceiling(Math.Sqrt(settings.Frames));
        (long width, long height) = SheetCanvas.SizeOf(settings.Frames, settings.Width, settings.Height, wide);
        if (width * height > PictureLimits.Pixels || Math.Max(width, height) > PictureLimits.Side)
        {
            throw new UsageException(
                $"a sheet of {settings.Frames} pictures of {settings.Width}x{settings.Height} would be {width}x{height}, expected at most {PictureLimits.Pixels >> 20} million pixels and {PictureLimits.Side} a side; use fewer pictures, a smaller --scale or other --columns.");
        }

        this.path = path;
        canvas = new SheetCanvas(settings.Frames, settings.Width, settings.Height, wide, ground: ground ?? SheetCanvas.Dark);
    }

    public bool Has(int frame, PictureLatent? latent) => false;

    public void Add(int frame, ReadOnlySpan<byte> rgba, PictureLatent? latent) => canvas.Place(frame, rgba);

    public void Finish() => PngFile.Write(path, canvas.Rgba, canvas.Width, canvas.Height);

    public void Dispose()
    {
        // Nothing is on the disk before the end.
    }
}
