using System.CommandLine;
using System.Text.Json;
using LatentWalk.Core.Errors;
using LatentWalk.Trainer.Machine;

namespace LatentWalk.Trainer.Verbs;

/// <summary><c>bench loader</c>: pictures a second as training has them, from files or from a set.</summary>
internal static class BenchLoaderVerb
{
    public static Command Create()
    {
        var data = new Option<string>("--data") { Description = "A folder, a zip or a set of pictures." };
        var painted = new Option<int?>("--painted") { Description = "Instead: paint this many faces, pack them into a temporary set and load that." };
        var keep = new Option<string>("--keep") { Description = "With --painted: write the set here and leave it." };
        var size = new Option<int>("--size") { Description = "Side to resize to, in pixels; a set has its own.", DefaultValueFactory = _ => 64 };
        var runs = new Option<int>("--runs") { Description = "Times to do it all.", DefaultValueFactory = _ => 3 };
        var threads = new Option<int>("--threads") { Description = "Threads; 0 for one a physical core.", DefaultValueFactory = _ => 0 };
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var command = new Command("loader", "Time the loading of pictures, from the files to batches of floats.") { data, painted, keep, size, runs, threads, json };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(data) is null == parsed.GetValue(painted) is null || parsed.GetValue(painted) is < 1 || parsed.GetValue(size) is < 1 or > 4096)
            {
                throw new UsageException("bench loader needs either --data DIR, ZIP or SET, or --painted with a number of pictures; and --size from 1 to 4096.");
            }

            var bench = new LoaderBench(
                parsed.GetValue(size),
                parsed.GetValue(threads) == 0 ? Cores.Physical() : parsed.GetValue(threads),
                Math.Max(1, parsed.GetValue(runs)));
            var result = parsed.GetValue(painted) is { } count ? bench.Painted(count, parsed.GetValue(keep)) : bench.Measure(parsed.GetValue(data)!);
            Console.WriteLine(parsed.GetValue(json) ? JsonSerializer.Serialize(result, VerbJson.Default.BenchLoaderResult) : Text(result));
            return 0;
        });
        return command;
    }

    private static string Text(BenchLoaderResult result)
    {
        string packed = result.PackMicroseconds is null ? "" : $"; painted in {result.PaintMicroseconds:0} µs and packed in {result.PackMicroseconds:0.0} µs each";
        return $"{result.Pictures} pictures of {result.Size}×{result.Size} from {(result.Kind == "set" ? "a set" : "files")} on {result.Threads} threads: {result.ImagesPerSecond:0} images/s, {result.BatchImagesPerSecond:0} once it is open (medians of {result.Runs}); {result.PeakMegabytes:0} MB{packed}";
    }
}
