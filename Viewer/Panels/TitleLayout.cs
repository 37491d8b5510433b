using LatentWalk.Viewer.Graphics;
using LatentWalk.Walking.Menus;

namespace LatentWalk.Viewer.Panels;

/// <summary>Where the parts of the title screen lie, for drawing and for the mouse alike. Framebuffer pixels.</summary>
internal readonly struct TitleLayout
{
    private const int MostShown = 5;
    private const int Columns = 56;

    /// <param name="models">How many there are.</param>
    /// <param name="chosen">The line that must be seen.</param>
    public TitleLayout(int width, int height, int scale, int models, int chosen)
    {
        Scale = scale;
        NameScale = Math.Max(scale + 1, Math.Min(width / (13 * PixelFont.Advance), height / (9 * PixelFont.LineHeight)));
        int nameWidth = PixelFont.Measure("LATENT WALK", NameScale);
        Name = new PixelRect((width - nameWidth) / 2, height / 12, nameWidth, PixelFont.LineHeight * NameScale);
        RowHeight = (2 * PixelFont.LineHeight + 6) * scale;
        int footer = height - 2 * (PixelFont.LineHeight + 6) * scale;
        int room = Math.Max(1, (footer - Name.Bottom - 4 * PixelFont.LineHeight * scale) / RowHeight);
        Shown = Math.Min(models, Math.Min(MostShown, room));
        First = MenuCursor.FirstShown(chosen, Math.Max(1, Shown), models);
        int listWidth = Math.Min(width - 8 * scale, Columns * PixelFont.Advance * scale);
        List = new PixelRect((width - listWidth) / 2, footer - Shown * RowHeight - 2 * scale, listWidth, Shown * RowHeight);
        Prompt = footer + 2 * scale;
    }

    public int Scale { get; }

    /// <summary>Of the name's letters.</summary>
    public int NameScale { get; }

    public PixelRect Name { get; }

    public PixelRect List { get; }

    public int RowHeight { get; }

    public int First { get; }

    public int Shown { get; }

    /// <summary>Top of the line that says what to press.</summary>
    public int Prompt { get; }

    public PixelRect Row(int line) => new(List.X, List.Y + (line - First) * RowHeight, List.Width, RowHeight);

    /// <summary>The line under a pixel, or -1.</summary>
    public int LineAt(int x, int y)
    {
        if (!List.Contains(x, y))
        {
            return -1;
        }

        return First + (y - List.Y) / RowHeight;
    }
}
