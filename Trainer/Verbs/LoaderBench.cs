using System.Diagnostics;
using LatentWalk.Data;
using LatentWalk.Imaging;
using LatentWalk.Trainer.Data;
using LatentWalk.Trainer.Machine;
using LatentWalk.Trainer.Options;
using LatentWalk.Trainer.Painting;
using LatentWalk.Trainer.Painting.Faces;
using static TorchSharp.torch;

namespace LatentWalk.Trainer.Verbs;

/// <summary>Opens pictures and makes batches of them as training does, by the clock.</summary>
internal sealed class LoaderBench(int size, int threads, int runs)
{
    private const int Batch = 64;

    // A set is open in milliseconds: it is read several times over, so that the clock has something to measure.
    private const int FewestPictures = 20_000;

    private static readonly string s_noFile = new('0', 64);

    public BenchLoaderResult Measure(string data)
    {
        bool isSet = IsSet(data);
        int side = isSet ? SideOf(data) : size;
        string packed = Path.Combine(Path.GetTempPath(), $"lw-bench-{Environment.ProcessId}{PackedSet.Ending}");
        var request = new PictureRequest
        {
            Data = data, Size = side, Fit = Fit.Crop, Threads = threads, MemoryBytes = TrainingMachine.PictureMemoryBytes, PackedPath = packed,
        };
        var options = Presets.Named(TrainingRequest.DefaultPreset) with { Batch = Batch };
        var seconds = new List<double>();
        var batchRates = new List<double>();
        int shown = 0;
        int count = 0;
        int skipped = 0;
        try
        {
            for (int run = 0; run < runs; run++)
            {
                var clock = Stopwatch.StartNew();
                using var set = PictureSource.Open(request);
                using var batches = new BatchSource(set, options, CPU);
                double opened = clock.Elapsed.TotalSeconds;
                int steps = ((isSet ? Math.Max(set.Count, FewestPictures) : set.Count) + Batch - 1) / Batch;
                for (int step = 1; step <= steps; step++)
                {
                    using var scope = NewDisposeScope();
                    batches.Pictures(step);
                }

                seconds.Add(clock.Elapsed.TotalSeconds);
                shown = steps * Batch;
                batchRates.Add(shown / (clock.Elapsed.TotalSeconds - opened));
                (count, skipped) = (set.Count, set.Skipped.Count);
            }
        }
        finally
        {
            File.Delete(packed);
        }

        // The last batch of a folder is filled up from the next epoch; only the folder's own pictures count.
        shown = isSet ? shown : count;
        return new BenchLoaderResult
        {
            Kind = isSet ? "set" : "files",
            Size = side,
            Threads = threads,
            Pictures = count,
            Skipped = skipped,
            Runs = runs,
            Seconds = Math.Round(Median(seconds), 4),
            ImagesPerSecond = Math.Round(shown / Median(seconds), 1),
            BatchImagesPerSecond = Math.Round(Median(batchRates), 1),
            PeakMegabytes = PeakMegabytes(),
        };
    }

    /// <summary>Paints into memory, one picture at a time, and packs: what a set costs without reading or decoding anything.</summary>
    /// <param name="keep">Where to leave the set; null for nowhere.</param>
    public BenchLoaderResult Painted(int count, string? keep)
    {
        string path = keep ?? Path.Combine(Path.GetTempPath(), $"lw-painted-{Environment.ProcessId}{PackedSet.Ending}");
        try
        {
            var painting = new Stopwatch();
            var packing = Stopwatch.StartNew();
            using (var writer = new PackedSetWriter(path, size, 3, Enum.GetNames<HairColour>()))
            {
                packing.Stop();
                var canvas = new Canvas(size);
                var rgb = new byte[size * size * 3];
                for (int i = 0; i < count; i++)
                {
                    painting.Start();
                    var face = TraitDraw.Draw(0, i);
                    byte[] rgba = FacePainter.Paint(face, canvas);
                    DropAlpha(rgba, rgb);
                    painting.Stop();
                    packing.Start();
                    writer.Add(rgb, new PictureEntry(PaintedKind.Faces.PictureName(i), s_noFile, (int)face.HairColour, Mirrored: false));
                    packing.Stop();
                }

                packing.Start();
                writer.Commit();
                packing.Stop();
            }

            return Measure(path) with
            {
                PaintMicroseconds = Math.Round(painting.Elapsed.TotalMicroseconds / count, 2),
                PackMicroseconds = Math.Round(packing.Elapsed.TotalMicroseconds / count, 2),
                PeakMegabytes = PeakMegabytes(),
            };
        }
        finally
        {
            if (keep is null)
            {
                File.Delete(path);
            }
        }
    }

    private static void DropAlpha(ReadOnlySpan<byte> rgba, Span<byte> rgb)
    {
        for (int i = 0; i < rgb.Length / 3; i++)
        {
            rgba.Slice(4 * i, 3).CopyTo(rgb[(3 * i)..]);
        }
    }

    private static bool IsSet(string data)
    {
        Span<byte> head = stackalloc byte[FileHead.Bytes];
        return File.Exists(data) && PackedSet.Recognises(FileHead.Read(data, head));
    }

    private static int SideOf(string path)
    {
        using var set = PackedSet.Open(path);
        return set.Size;
    }

    private static double Median(List<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static double PeakMegabytes()
    {
        using var process = Process.GetCurrentProcess();
        return Math.Round(process.PeakWorkingSet64 / 1e6, 1);
    }
}
