using LatentWalk.Viewer.Graphics;

namespace LatentWalk.Viewer.Panels.Lists;

/// <summary>Where the parts of a list screen lie, for drawing and for the mouse alike. Framebuffer pixels.</summary>
internal readonly struct ListLayout
{
    private const int WidestColumns = 50;
    private const int TextLines = 2;

    private readonly ListPage page;
    private readonly int advance;

    /// <param name="width">Of the framebuffer.</param>
    /// <param name="height">Of the framebuffer.</param>
    /// <param name="scale">Of the text.</param>
    /// <param name="line">The chosen one.</param>
    public ListLayout(int width, int height, int scale, ListPage page, int line)
    {
        this.page = page;
        Scale = scale;
        advance = PixelFont.Advance * scale;
        LineHeight = (PixelFont.LineHeight + 3) * scale;
        Padding = 8 * scale;
        int columns = Math.Min(WidestColumns, (width - 4 * Padding) / advance);
        Panel = new PixelRect(0, 0, Math.Min(width, columns * advance + 4 * Padding), height);
        Inner = new PixelRect(2 * Padding, Padding, Panel.Width - 4 * Padding, height - 2 * Padding);
        Tab = page.TabOf(line);
        TitleScale = scale + Math.Max(1, scale / 2);
        TabsTop = Inner.Y + (PixelFont.LineHeight + 3) * TitleScale;
        ListTop = TabsTop + LineHeight + Padding;
        FooterTop = Inner.Bottom - (TextLines + 1) * PixelFont.LineHeight * scale - Padding;
        Room = Math.Max(1, (FooterTop - Padding - ListTop) / LineHeight);
        First = page.Start(Tab) + Walking.Menus.MenuCursor.FirstShown(line - page.Start(Tab), Room, page.Count(Tab));
        Shown = Math.Min(Room, page.Start(Tab) + page.Count(Tab) - First);
    }

    public int Scale { get; }

    public int TitleScale { get; }

    public int LineHeight { get; }

    public int Padding { get; }

    public PixelRect Panel { get; }

    /// <summary>The panel without its margins.</summary>
    public PixelRect Inner { get; }

    public int Tab { get; }

    public int TabsTop { get; }

    public int ListTop { get; }

    public int FooterTop { get; }

    /// <summary>Lines that have room.</summary>
    public int Room { get; }

    /// <summary>The first line drawn.</summary>
    public int First { get; }

    /// <summary>Lines drawn.</summary>
    public int Shown { get; }

    /// <summary>Characters that fit side by side.</summary>
    public int Columns => Inner.Width / advance;

    public PixelRect TabRect(int tab)
    {
        int x = Inner.X;
        for (int before = 0; before < tab; before++)
        {
            x += TabWidth(before);
        }

        return new PixelRect(x, TabsTop, TabWidth(tab), LineHeight);
    }

    public PixelRect LineRect(int line) => new(Inner.X - Padding, ListTop + (line - First) * LineHeight, Inner.Width + 2 * Padding, LineHeight);

    /// <summary>The line under a pixel, or -1.</summary>
    public int LineAt(int x, int y)
    {
        if (x < Inner.X - Padding || x >= Inner.Right + Padding || y < ListTop)
        {
            return -1;
        }

        int row = (y - ListTop) / LineHeight;
        return row < Shown ? First + row : -1;
    }

    /// <summary>The tab under a pixel, or -1.</summary>
    public int TabAt(int x, int y)
    {
        for (int tab = 0; tab < page.TabCount; tab++)
        {
            if (TabRect(tab).Contains(x, y))
            {
                return tab;
            }
        }

        return -1;
    }

    // Tabs share the width when their words leave no room for gaps.
    private int TabWidth(int tab) => Math.Min((page.Tab(tab).Length + 2) * advance, Inner.Width / page.TabCount + advance);
}
