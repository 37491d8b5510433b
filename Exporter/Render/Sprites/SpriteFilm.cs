using LatentWalk.Filming;
using LatentWalk.Imaging;

namespace LatentWalk.Exporter.Render.Sprites;

/// <summary>All pictures on sheets for a game engine. A sheet is written when it is full, so memory holds one or two.</summary>
internal sealed class SpriteFilm(SpriteSheetPlan plan) : IFilm
{
    private readonly Lock gate = new();
    private readonly Dictionary<int, (byte[] Rgba, int Left)> open = [];

    public bool Has(int frame, PictureLatent? latent) => false;

    public void Add(int frame, ReadOnlySpan<byte> rgba, PictureLatent? latent)
    {
        int page = plan.Layout.PageOf(frame);
        var (width, height) = plan.Layout.SizeOf(page);
        byte[]? full = null;
        lock (gate)
        {
            var (sheet, left) = open.TryGetValue(page, out var known) ? known : (new byte[4 * width * height], plan.Layout.CountOf(page));
            Place(rgba, plan.Layout.PlaceOf(frame), sheet, width);
            open[page] = (sheet, left - 1);
            if (left == 1)
            {
                open.Remove(page);
                full = sheet;
            }
        }

        if (full is not null)
        {
            PngFile.Write(plan.PictureOf(page), full, width, height);
        }
    }

    // The descriptions come last: where one is, its sheet is.
    public void Finish()
    {
        for (int page = 0; page < plan.Layout.Pages; page++)
        {
            SpriteAtlas.Write(plan, page);
        }
    }

    public void Dispose() => open.Clear();

    private void Place(ReadOnlySpan<byte> rgba, (int X, int Y) place, Span<byte> sheet, int sheetWidth)
    {
        int extrude = plan.Extrude;
        for (int y = -extrude; y < plan.Height + extrude; y++)
        {
            ReadOnlySpan<byte> row = rgba.Slice(4 * Math.Clamp(y, 0, plan.Height - 1) * plan.Width, 4 * plan.Width);
            Span<byte> target = sheet[(4 * ((place.Y + y) * sheetWidth + place.X - extrude))..];
            for (int x = 0; x < extrude; x++)
            {
                row[..4].CopyTo(target[(4 * x)..]);
                row[^4..].CopyTo(target[(4 * (extrude + plan.Width + x))..]);
            }

            row.CopyTo(target[(4 * extrude)..]);
        }
    }
}
