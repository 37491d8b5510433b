using System.Numerics;
using LatentWalk.Core.Errors;

namespace LatentWalk.Exporter.Render.Sprites;

/// <summary>Where each sprite lies: rows of cells, on as many sheets as it takes. Pure.</summary>
internal sealed class SpriteLayout
{
    private readonly int count;
    private readonly int cellWidth;
    private readonly int cellHeight;
    private readonly int columns;
    private readonly int rows;
    private readonly int inset;
    private readonly int padding;
    private readonly bool powerOfTwo;

    /// <param name="columns">Sprites to a row; null for the sheet that wastes least and is nearest to square.</param>
    /// <exception cref="UsageException">Not one sprite fits the longest side, or the columns do not.</exception>
    public SpriteLayout(int count, int width, int height, int? columns, SpriteOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        this.count = count;
        padding = options.Padding ?? SpriteOptions.DefaultPadding;
        int extrude = options.Extrude ?? 0;
        inset = padding + extrude;
        (cellWidth, cellHeight) = (width + 2 * extrude + padding, height + 2 * extrude + padding);
        powerOfTwo = options.PowerOfTwo;
        int given = options.MostSide ?? SpriteOptions.DefaultMostSide;
        int most = powerOfTwo ? 1 << BitOperations.Log2((uint)given) : given;
        int mostColumns = (most - padding) / cellWidth;
        int mostRows = (most - padding) / cellHeight;
        if (mostColumns < 1 || mostRows < 1)
        {
            throw new UsageException($"a sprite of {width}x{height} needs {cellWidth + padding}x{cellHeight + padding} with its padding, but a sheet has at most {most}x{most}; use a larger --max-size or smaller sprites.");
        }

        if (columns > mostColumns)
        {
            throw new UsageException($"--columns is {columns}, but a sheet of at most {most} pixels has place for {mostColumns}; use fewer, or a larger --max-size.");
        }

        this.columns = columns ?? Best(mostColumns, mostRows);
        rows = Math.Min(mostRows, Ceiling(count, this.columns));
    }

    /// <summary>Sheets.</summary>
    public int Pages => Ceiling(count, PerPage);

    private int PerPage => columns * rows;

    public int PageOf(int sprite) => sprite / PerPage;

    public int CountOf(int page) => Math.Min(PerPage, count - page * PerPage);

    /// <summary>Upper left corner of the sprite itself on its sheet.</summary>
    public (int X, int Y) PlaceOf(int sprite)
    {
        int place = sprite % PerPage;
        return (inset + place % columns * cellWidth, inset + place / columns * cellHeight);
    }

    public (int Width, int Height) SizeOf(int page) =>
        (Side(padding + Math.Min(columns, CountOf(page)) * cellWidth), Side(padding + Ceiling(CountOf(page), columns) * cellHeight));

    private static int Ceiling(int value, int by) => (value + by - 1) / by;

    private int Side(int pixels) => powerOfTwo ? (int)BitOperations.RoundUpToPowerOf2((uint)pixels) : pixels;

    // The least area of one sheet, and of equal ones the most square; full sheets where one does not suffice.
    private int Best(int mostColumns, int mostRows)
    {
        if (count >= mostColumns * mostRows)
        {
            return mostColumns;
        }

        int best = 0;
        (long Area, int Off) least = (long.MaxValue, 0);
        int square = (int)Math.Ceiling(Math.Sqrt(count * (double)cellHeight / cellWidth));
        for (int wide = Ceiling(count, mostRows); wide <= Math.Min(mostColumns, count); wide++)
        {
            int high = Ceiling(count, wide);
            int width = Side(padding + wide * cellWidth), height = Side(padding + high * cellHeight);

            // A few empty cells are worth a squarer sheet, unless powers of two settle it.
            long area = powerOfTwo ? (long)width * height : 0;
            var candidate = (area, Math.Abs(powerOfTwo ? width - height : wide - square));
            if (candidate.CompareTo(least) < 0)
            {
                (least, best) = (candidate, wide);
            }
        }

        return best;
    }
}
