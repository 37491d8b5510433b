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
        var data = new Option<string>("--data") { Description = "A folder or a zip of pictures; it stays as it is." };
        var painted = new Option<int?>("--painted") { Description = "Instead: paint this many faces into a temporary folder and prepare those." };
        var size = new Option<int>("--size") { Description = "Side of the set's pictures, and of painted ones, in pixels.", DefaultValueFactory = _ => 64 };
        var runs = new Option<int>("--runs") { Description = "Times to prepare them.", DefaultValueFactory = _ => 3 };
        var threads = new Option<int>("--threads") { Description = "Threads; 0 for one a physical core.", DefaultValueFactory = _ => 0 };
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var command = new Command("prepare", "Time the preparing of pictures, from their files to a set and its report.") { data, painted, size, runs, threads, json };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(data) is null == parsed.GetValue(painted) is null || parsed.GetValue(painted) is < 1 or > PaintRequest.LargestCount || parsed.GetValue(size) is < PaintRequest.SmallestSize or > Prepare.PrepareOptions.LargestSize)
            {
                throw new UsageException($"bench prepare needs either --data DIR or ZIP, or --painted from 1 to {PaintRequest.LargestCount}; and --size from {PaintRequest.SmallestSize} to {Prepare.PrepareOptions.LargestSize}.");
            }

            var bench = new PrepareBench(
                parsed.GetValue(size), parsed.GetValue(threads) == 0 ? Cores.Physical() : parsed.GetValue(threads), Math.Max(1, parsed.GetValue(runs)));
            BenchPrepareResult result = parsed.GetValue(painted) is { } count ? bench.Painted(count) : bench.Measure(parsed.GetValue(data)!);
            Console.WriteLine(parsed.GetValue(json) ? JsonSerializer.Serialize(result, VerbJson.Default.BenchPrepareResult) : Text(result));
            return 0;
        });
        return command;
    }

    private static string Text(BenchPrepareResult result) =>
        $"{result.Pictures} pictures to {result.Size}×{result.Size} on {result.Threads} threads: {(result.PaintMicroseconds is null ? "" : $"painted in {result.PaintMicroseconds:0} µs and ")}prepared in {result.PrepareMicroseconds:0} µs each ({result.ImagesPerSecond:0} images/s, median of {result.Runs}); {result.Kept} kept; {result.PeakMegabytes:0} MB";
}
