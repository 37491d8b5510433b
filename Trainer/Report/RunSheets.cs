using System.Globalization;
using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Errors;
using LatentWalk.Imaging;

namespace LatentWalk.Trainer.Report;

/// <summary>The sample sheets of a run.</summary>
internal static class RunSheets
{
    private const string Prefix = "step-";

    /// <summary>By step.</summary>
    public static IReadOnlyList<(long Step, string Path)> Of(string runFolder)
    {
        string folder = RunFolder.SamplesPath(runFolder);
        return Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, $"{Prefix}*.png").Select(path => (Step: StepOf(path), Path: path)).Where(sheet => sheet.Step >= 0).OrderBy(sheet => sheet.Step)]
            : [];
    }

    /// <summary>At most so many, the first and the last among them, the steps between them growing as evenly as may be by a factor.</summary>
    public static IReadOnlyList<(long Step, string Path)> Spread(IReadOnlyList<(long Step, string Path)> sheets, int most)
    {
        if (sheets.Count <= most)
        {
            return sheets;
        }

        double first = Math.Log(Math.Max(1, sheets[0].Step));
        double last = Math.Log(Math.Max(2, sheets[^1].Step));
        var chosen = new SortedSet<int>();
        for (int i = 0; i < most; i++)
        {
            double wanted = first + ((last - first) * i / (most - 1));
            chosen.Add(Enumerable.Range(0, sheets.Count).MinBy(at => Math.Abs(Math.Log(Math.Max(1, sheets[at].Step)) - wanted)));
        }

        return [.. chosen.Select(at => sheets[at])];
    }

    /// <summary>Null for a sheet that is damaged or gone: the report goes on without it.</summary>
    public static RgbaImage? ReadOrNull(string path)
    {
        try
        {
            var (rgba, width, height) = PngFile.Read(path);
            return new RgbaImage(rgba, width, height);
        }
        catch (LatentWalkException)
        {
            return null;
        }
    }

    private static long StepOf(string path) =>
        long.TryParse(Path.GetFileNameWithoutExtension(path).AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out long step) ? step : -1;
}
