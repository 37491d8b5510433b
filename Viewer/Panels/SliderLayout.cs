using LatentWalk.Viewer.Graphics;

namespace LatentWalk.Viewer.Panels;

/// <summary>Where a mode's sliders lie: rows of a name, a track with a knob and the value. Framebuffer pixels.</summary>
/// <param name="Area">Of all rows.</param>
/// <param name="Scale">Framebuffer pixels of one font pixel.</param>
internal readonly record struct SliderLayout(PixelRect Area, int Count, int Scale)
{
    private const int NameColumns = 13;
    private const int ValueColumns = 11;
    private const int LargestColumns = 84;
    private const int RowPadding = 3;

    /// <summary>Of the area's height.</summary>
    private const float LargestShare = 0.3f;

    private int RowHeight => RowHeightOf(Scale);

    /// <summary>At the bottom of an area, in its middle; in smaller type where they would leave too little for the pictures.</summary>
    public static SliderLayout Below(PixelRect area, int count, int scale)
    {
        while (scale > 1 && count * RowHeightOf(scale) > area.Height * LargestShare)
        {
            scale--;
        }

        int width = Math.Min(area.Width, LargestColumns * PixelFont.Advance * scale);
        int height = count * RowHeightOf(scale);
        return new SliderLayout(new PixelRect(area.X + (area.Width - width) / 2, area.Bottom - height, width, height), count, scale);
    }

    public PixelRect Row(int slider) => new(Area.X, Area.Y + slider * RowHeight, Area.Width, RowHeight);

    /// <summary>The way of the knob; as high as the row.</summary>
    public PixelRect Track(int slider)
    {
        PixelRect row = Row(slider);
        int advance = PixelFont.Advance * Scale;
        return row with { X = row.X + NameColumns * advance, Width = Math.Max(1, row.Width - (NameColumns + ValueColumns) * advance) };
    }

    /// <summary>The slider under a pixel, or -1.</summary>
    public int At(int x, int y) => Count > 0 && Area.Contains(x, y) ? Math.Min(Count - 1, (y - Area.Y) / RowHeight) : -1;

    /// <summary>Where on its way a knob would be under a pixel, in [0, 1].</summary>
    public float ShareAt(int slider, float x)
    {
        PixelRect track = Track(slider);
        return Math.Clamp((x - track.X) / track.Width, 0, 1);
    }

    private static int RowHeightOf(int scale) => (PixelFont.LineHeight + RowPadding) * scale;
}
