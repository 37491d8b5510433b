using System.Globalization;
using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Files;
using LatentWalk.Core.Pixels;
using LatentWalk.Imaging;

namespace LatentWalk.Trainer.Runs;

/// <summary>
/// The frames of the film of a run: sixteen pictures of the sheet, small, often at the beginning and ever more seldom, as
/// learning slows down. A film of twenty thousand steps has some two hundred.
/// </summary>
internal static class EvolutionFrames
{
    public const int Columns = 4;
    public const int Pictures = Columns * Columns;

    private const string Prefix = "step-";
    private const string Ending = ".webp";
    private const long DenseTicks = 64;
    private const int Gap = 2;
    private const int SmallCell = 64;
    private const int LargeCell = 128;

    /// <summary>Whether a step has a frame; a function of the step alone, so that a resumed run keeps the same ones.</summary>
    /// <param name="every">Steps between the ticks that draw.</param>
    public static bool IsDue(long step, int every)
    {
        long tick = step / every;
        long stride = tick < DenseTicks ? 1 : 1L << (int)(long.Log2(tick / DenseTicks) + 1);
        return step % every == 0 && tick % stride == 0;
    }

    /// <param name="values">float32 [N, 3, size, size] in [-1, 1], the sheet's pictures in their order; the first sixteen are shown.</param>
    public static void Write(string runFolder, long step, ReadOnlySpan<float> values, int size)
    {
        int cell = size <= SmallCell ? SmallCell : LargeCell;
        int floats = 3 * size * size;
        byte[] rgba = new byte[4 * size * size];
        byte[] scaled = new byte[4 * cell * cell];
        var canvas = new SheetCanvas(Pictures, cell, cell, Columns, Gap);
        for (int i = 0; i < Pictures; i++)
        {
            // Rows of the film are the left halves of the sheet's first rows.
            int index = (i / Columns * SampleSheetWriter.Columns) + (i % Columns);
            PixelConversion.ToRgba8(values.Slice(index * floats, floats), size, size, rgba);
            if (size == cell)
            {
                canvas.Place(i, rgba);
            }
            else if (size < cell)
            {
                Enlarge(rgba, size, scaled, cell);
                canvas.Place(i, scaled);
            }
            else
            {
                Lanczos.Resize(rgba, size, size, cell, cell, scaled);
                canvas.Place(i, scaled);
            }
        }

        string path = PathOf(runFolder, step);
        Folders.MakeFor(path);
        byte[] webp = Thumbnail.Encode(canvas.Rgba, canvas.Width, canvas.Height);

        // Not worth an fsync: a frame that a power cut spoils is passed over by the film.
        try
        {
            File.WriteAllBytes(path, webp);
        }
        catch (Exception error) when (DiskErrors.IsDiskError(error))
        {
            throw DiskErrors.Wrap("write", path, error);
        }
    }

    /// <summary>By step.</summary>
    public static IReadOnlyList<(long Step, string Path)> Of(string runFolder)
    {
        string folder = RunFolder.EvolutionPath(runFolder);
        return Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, $"{Prefix}*{Ending}").Select(path => (Step: StepOf(path), Path: path)).Where(frame => frame.Step >= 0).OrderBy(frame => frame.Step)]
            : [];
    }

    private static string PathOf(string runFolder, long step) =>
        Path.Combine(RunFolder.EvolutionPath(runFolder), string.Create(CultureInfo.InvariantCulture, $"{Prefix}{step:D6}{Ending}"));

    private static long StepOf(string path) =>
        long.TryParse(Path.GetFileNameWithoutExtension(path).AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out long step) ? step : -1;

    /// <summary>Sharp squares where a whole number of them fits, so that what is drawn is what is shown.</summary>
    private static void Enlarge(ReadOnlySpan<byte> rgba, int size, Span<byte> scaled, int cell)
    {
        for (int y = 0; y < cell; y++)
        {
            for (int x = 0; x < cell; x++)
            {
                rgba.Slice(4 * ((y * size / cell * size) + (x * size / cell)), 4).CopyTo(scaled[(4 * ((y * cell) + x))..]);
            }
        }
    }
}
