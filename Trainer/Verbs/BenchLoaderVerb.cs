using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using LatentWalk.Imaging;
using LatentWalk.Trainer.Data;
using LatentWalk.Trainer.Machine;

namespace LatentWalk.Trainer.Verbs;

/// <summary>Times the decoding of a folder of pictures, as training does it.</summary>
internal static class BenchLoaderVerb
{
    public static Command Create()
    {
        var data = new Option<string>("--data") { Description = "The folder of pictures.", Required = true };
        var size = new Option<int>("--size") { Description = "Side to resize to, in pixels.", DefaultValueFactory = _ => 64 };
        var runs = new Option<int>("--runs") { Description = "Times to read the folder.", DefaultValueFactory = _ => 3 };
        var threads = new Option<int>("--threads") { Description = "Threads; 0 for one a physical core.", DefaultValueFactory = _ => 0 };
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var command = new Command("loader", "Time the decoding of a folder of pictures.") { data, size, runs, threads, json };
        command.SetAction(parsed =>
        {
            int threadCount = parsed.GetValue(threads) == 0 ? Cores.Physical() : parsed.GetValue(threads);
            var result = Measure(parsed.GetValue(data)!, parsed.GetValue(size), Math.Max(1, parsed.GetValue(runs)), threadCount);
            Console.WriteLine(parsed.GetValue(json)
                ? JsonSerializer.Serialize(result, VerbJson.Default.BenchLoaderResult)
                : $"{result.Pictures} pictures to {result.Size}×{result.Size} on {result.Threads} threads: {result.ImagesPerSecond:0} images/s (median of {result.Runs})");
            return 0;
        });
        return command;
    }

    private static BenchLoaderResult Measure(string folder, int size, int runs, int threads)
    {
        var seconds = new List<double>();
        PictureSet? set = null;
        for (int run = 0; run < runs; run++)
        {
            var clock = Stopwatch.StartNew();
            set = PictureFolder.Load(folder, size, Fit.Crop, threads, TrainingMachine.PictureMemoryBytes);
            seconds.Add(clock.Elapsed.TotalSeconds);
        }

        seconds.Sort();
        double median = (seconds[(runs - 1) / 2] + seconds[runs / 2]) / 2;
        return new BenchLoaderResult
        {
            Size = size,
            Threads = threads,
            Pictures = set!.Count,
            Skipped = set.Skipped.Count,
            Runs = runs,
            Seconds = Math.Round(median, 4),
            ImagesPerSecond = Math.Round(set.Count / median, 1),
        };
    }
}
