using System.Diagnostics;
using LatentWalk.Data;
using LatentWalk.Trainer.Painting;
using LatentWalk.Trainer.Prepare;

namespace LatentWalk.Trainer.Verbs;

/// <summary>Paints faces into a temporary folder and prepares them as <c>prepare</c> does, by the clock.</summary>
internal sealed class PrepareBench(int size, int threads, int runs)
{
    // Prepared once before the clock starts: the code is compiled then, and every number of pictures has the same start.
    private const int WarmUp = 1000;

    public BenchPrepareResult Measure(int count)
    {
        string folder = Directory.CreateTempSubdirectory("lw-bench-prepare-").FullName;
        try
        {
            string warm = Path.Combine(folder, "warm");
            Paint(warm, WarmUp);
            Prepare(warm, folder);

            string pictures = Path.Combine(folder, "pictures");
            var painting = Stopwatch.StartNew();
            Paint(pictures, count);
            painting.Stop();

            var seconds = new List<double>();
            int kept = 0;
            for (int run = 0; run < runs; run++)
            {
                var clock = Stopwatch.StartNew();
                kept = Prepare(pictures, folder);
                seconds.Add(clock.Elapsed.TotalSeconds);
            }

            double median = Median(seconds);
            using var process = Process.GetCurrentProcess();
            return new BenchPrepareResult
            {
                Pictures = count,
                Size = size,
                Threads = threads,
                Runs = runs,
                Kept = kept,
                PaintMicroseconds = Math.Round(painting.Elapsed.TotalMicroseconds / count, 1),
                PrepareMicroseconds = Math.Round(median * 1e6 / count, 1),
                ImagesPerSecond = Math.Round(count / median, 1),
                PeakMegabytes = Math.Round(process.PeakWorkingSet64 / 1e6, 1),
            };
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private void Paint(string folder, int count) =>
        PaintedSet.Write(folder, new PaintRequest { Count = count, Size = size }, _ => { }, CancellationToken.None);

    private int Prepare(string pictures, string folder)
    {
        string set = Path.Combine(folder, "set" + PackedSet.Ending);
        return PreparePipeline.Run(pictures, set, new PrepareOptions { Size = size, Threads = threads }, (_, _) => { }, CancellationToken.None).Kept;
    }

    private static double Median(List<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
