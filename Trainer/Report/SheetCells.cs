using LatentWalk.Imaging;
using LatentWalk.Trainer.Runs;

namespace LatentWalk.Trainer.Report;

/// <summary>The pictures of a sheet, cut out again.</summary>
internal static class SheetCells
{
    private const int Gap = 2;

    /// <summary>uint8 [size, size, 4] each, in the order of their seeds; none where the sheet is not of that size.</summary>
    public static IReadOnlyList<byte[]> Of(RgbaImage sheet, int size)
    {
        int count = SampleSheetWriter.Seeds.Count;
        var (width, height) = SheetCanvas.SizeOf(count, size, size, SampleSheetWriter.Columns, Gap);
        if ((sheet.Width, sheet.Height) != (width, height))
        {
            return [];
        }

        var cells = new byte[count][];
        for (int i = 0; i < count; i++)
        {
            cells[i] = new byte[4 * size * size];
            int left = Gap + (i % SampleSheetWriter.Columns * (size + Gap));
            int top = Gap + (i / SampleSheetWriter.Columns * (size + Gap));
            for (int y = 0; y < size; y++)
            {
                sheet.Rgba.AsSpan(4 * (((top + y) * sheet.Width) + left), 4 * size).CopyTo(cells[i].AsSpan(4 * y * size));
            }
        }

        return cells;
    }
}
