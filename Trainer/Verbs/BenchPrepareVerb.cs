using System.CommandLine;
using System.Text.Json;
using LatentWalk.Core.Errors;
using LatentWalk.Trainer.Machine;
using LatentWalk.Trainer.Painting;

namespace LatentWalk.Trainer.Verbs;

/// <summary><c>bench prepare</c>: what preparing a picture takes, in time and memory.</summary>
internal static class BenchPrepareVerb
{
    public static Command Create()
    {
        var painted = new Option<int>("--painted") { Description = "Faces to paint into a temporary folder and prepare.", DefaultValueFactory = _ => 4000 };
        var size = new Option<int>("--size") { Description = "Their side and the set's, in pixels.", DefaultValueFactory = _ => 64 };
        var runs = new Option<int>("--runs") { Description = "Times to prepare them.", DefaultValueFactory = _ => 3 };
        var threads = new Option<int>("--threads") { Description = "Threads; 0 for one a physical core.", DefaultValueFactory = _ => 0 };
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var command = new Command("prepare", "Time the preparing of painted pictures, from their files to a set and its report.") { painted, size, runs, threads, json };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(painted) is < 1 or > PaintRequest.LargestCount || parsed.GetValue(size) is < PaintRequest.SmallestSize or > Prepare.PrepareOptions.LargestSize)
            {
                throw new UsageException($"bench prepare needs --painted from 1 to {PaintRequest.LargestCount} and --size from {PaintRequest.SmallestSize} to {Prepare.PrepareOptions.LargestSize}.");
            }

            var bench = new PrepareBench(
                parsed.GetValue(size), parsed.GetValue(threads) == 0 ? Cores.Physical() : parsed.GetValue(threads), Math.Max(1, parsed.GetValue(runs)));
            BenchPrepareResult result = bench.Measure(parsed.GetValue(painted));
            Console.WriteLine(parsed.GetValue(json) ? JsonSerializer.Serialize(result, VerbJson.Default.BenchPrepareResult) : Text(result));
            return 0;
        });
        return command;
    }

    private static string Text(BenchPrepareResult result) =>
        $"{result.Pictures} pictures of {result.Size}×{result.Size} on {result.Threads} threads: painted in {result.PaintMicroseconds:0} µs and prepared in {result.PrepareMicroseconds:0} µs each ({result.ImagesPerSecond:0} images/s, median of {result.Runs}); {result.Kept} kept; {result.PeakMegabytes:0} MB";
}
