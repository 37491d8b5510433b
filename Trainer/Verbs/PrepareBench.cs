using System.Diagnostics;
using LatentWalk.Data;
using LatentWalk.Trainer.Painting;
using LatentWalk.Trainer.Prepare;

namespace LatentWalk.Trainer.Verbs;

/// <summary>Prepares pictures as <c>prepare</c> does, by the clock: those of a folder or a zip, or painted ones.</summary>
internal sealed class PrepareBench(int size, int threads, int runs)
{
    // Prepared once before the clock starts: the code is compiled then, and every number of pictures has the same start.
    private const int WarmUp = 1000;

    /// <param name="data">A folder or a zip.</param>
    public BenchPrepareResult Measure(string data) => Within(folder => Measure(data, folder));

    /// <summary>Painted into a temporary folder first.</summary>
    public BenchPrepareResult Painted(int count) => Within(folder =>
    {
        string pictures = Path.Combine(folder, "pictures");
        var painting = Stopwatch.StartNew();
        Paint(pictures, count);
        painting.Stop();
        return Measure(pictures, folder) with { PaintMicroseconds = Math.Round(painting.Elapsed.TotalMicroseconds / count, 1) };
    });

    private static BenchPrepareResult Within(Func<string, BenchPrepareResult> measure)
    {
        string folder = Directory.CreateTempSubdirectory("lw-bench-prepare-").FullName;
        try
        {
            return measure(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private BenchPrepareResult Measure(string data, string folder)
    {
        string warm = Path.Combine(folder, "warm");
        Paint(warm, WarmUp);
        Prepare(warm, folder);
        var seconds = new List<double>();
        PrepareSummary summary = null!;
        for (int run = 0; run < runs; run++)
        {
            var clock = Stopwatch.StartNew();
            summary = Prepare(data, folder);
            seconds.Add(clock.Elapsed.TotalSeconds);
        }

        double median = Median(seconds);
        using var process = Process.GetCurrentProcess();
        return new BenchPrepareResult
        {
            Pictures = summary.Files,
            Size = size,
            Threads = threads,
            Runs = runs,
            Kept = summary.Kept,
            PrepareMicroseconds = Math.Round(median * 1e6 / summary.Files, 1),
            ImagesPerSecond = Math.Round(summary.Files / median, 1),
            PeakMegabytes = Math.Round(process.PeakWorkingSet64 / 1e6, 1),
        };
    }

    private void Paint(string folder, int count) =>
        PaintedSet.Write(folder, new PaintRequest { Count = count, Size = size }, _ => { }, CancellationToken.None);

    private PrepareSummary Prepare(string pictures, string folder)
    {
        string set = Path.Combine(folder, "set" + PackedSet.Ending);
        return PreparePipeline.Run(pictures, set, new PrepareOptions { Size = size, Threads = threads }, (_, _) => { }, CancellationToken.None);
    }

    private static double Median(List<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
