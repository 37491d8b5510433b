using LatentWalk.Viewer.Graphics;

namespace LatentWalk.Viewer.Shelf;

/// <summary>Where the parts of the shelf lie, for drawing and for the mouse alike. Framebuffer pixels.</summary>
internal readonly struct ShelfLayout
{
    /// <summary>As many pictures as the atlas has room for.</summary>
    public const int MostShown = 48;

    private const int WishedRows = 3;

    public ShelfLayout(int width, int height, int scale, int count, int chosen)
    {
        Scale = scale;
        int line = PixelFont.LineHeight * scale;
        int gap = 3 * scale;
        Header = 3 * scale;
        int top = line + 8 * scale;
        Footer = height - 2 * line - 12 * scale;
        int room = Math.Max(1, Footer - top);
        Side = Math.Max(16, Math.Min(room / WishedRows, width / 3) - gap);
        Gap = gap;
        Columns = Math.Max(1, (width - gap) / (Side + gap));
        int rows = Math.Max(1, Math.Min(room / (Side + gap), MostShown / Columns));
        PageSize = Columns * rows;
        Page = chosen / PageSize;
        Pages = Math.Max(1, (count + PageSize - 1) / PageSize);
        First = Page * PageSize;
        Shown = Math.Clamp(count - First, 0, PageSize);
        Left = (width - Columns * (Side + gap) + gap) / 2;
        Top = top;
        Width = width;
    }

    public int Scale { get; }

    public int Width { get; }

    public int Header { get; }

    /// <summary>Top of the two lines below.</summary>
    public int Footer { get; }

    public int Side { get; }

    public int Gap { get; }

    public int Columns { get; }

    public int PageSize { get; }

    public int Page { get; }

    public int Pages { get; }

    public int First { get; }

    public int Shown { get; }

    private int Left { get; }

    private int Top { get; }

    public PixelRect Cell(int index)
    {
        int place = index - First;
        return new PixelRect(Left + place % Columns * (Side + Gap), Top + place / Columns * (Side + Gap), Side, Side);
    }

    /// <summary>The face under a pixel, or -1.</summary>
    public int ItemAt(int x, int y)
    {
        for (int index = First; index < First + Shown; index++)
        {
            if (Cell(index).Contains(x, y))
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>The words that can be clicked, side by side in the last line.</summary>
    public PixelRect Button(int number)
    {
        int x = 5 * Scale;
        for (int i = 0; i < number; i++)
        {
            x += ButtonWidth(i) + 3 * Scale;
        }

        return new PixelRect(x, Footer + PixelFont.LineHeight * Scale + 5 * Scale, ButtonWidth(number), PixelFont.LineHeight * Scale + 3 * Scale);
    }

    private int ButtonWidth(int number) => PixelFont.Measure(ShelfHands.Buttons[number], Scale) + 6 * Scale;
}
