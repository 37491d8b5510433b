using System.CommandLine;
using System.Diagnostics;
using System.Text.Json.Nodes;

namespace LatentWalk.Benchmarks;

/// <summary>
/// Packs, loads and prepares ever more painted pictures: the time for each and the memory must not grow with their number. Every
/// number is a process of its own; all but the largest are measured on the way up and again on the way down, so that a machine that
/// becomes slower or faster meanwhile is seen as such.
/// </summary>
internal static class GrowthComparison
{
    // Of the smaller numbers: preparing them takes a second or two, and that of one run says little.
    private const int PicturesInAll = 10_000;

    public static Command Create()
    {
        var counts = new Option<int[]>("--counts") { Description = "Pictures, least first.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [1000, 10_000, 100_000] };
        var size = new Option<int>("--size") { Description = "Their side in pixels.", DefaultValueFactory = _ => 64 };
        var command = new Command("growth", "Painted pictures packed, loaded and prepared: time for each and memory as their number grows.") { counts, size };
        command.SetAction(parsed =>
        {
            int[] all = parsed.GetValue(counts)!;
            int[] order = [.. all, .. all[..^1].Reverse()];
            string side = $"{parsed.GetValue(size)}";
            Show("painted into memory, packed and loaded", all, order, "paint+pack+load", count => Loader(count, side));
            Show("painted into files, and prepared from there", all, order, "prepare", count => Prepare(count, side));
            return 0;
        });
        return command;
    }

    private static (double Microseconds, double Megabytes, string Parts) Loader(int count, string size)
    {
        JsonNode figures = BuiltProgram.Of("Trainer", "bench", "loader", "--painted", $"{count}", "--size", size, "--json").Run();
        double paint = figures["paintMicroseconds"]!.GetValue<double>();
        double pack = figures["packMicroseconds"]!.GetValue<double>();
        double load = 1e6 / figures["batchImagesPerSecond"]!.GetValue<double>();
        return (paint + pack + load, figures["peakMegabytes"]!.GetValue<double>(), $"painted {paint:0} µs, packed {pack:0.0} µs, loaded {load:0.0} µs each");
    }

    private static (double Microseconds, double Megabytes, string Parts) Prepare(int count, string size)
    {
        string folder = Directory.CreateTempSubdirectory("lw-growth-").FullName;
        try
        {
            // By another process, so that the memory is that of preparing alone.
            var painting = Stopwatch.StartNew();
            BuiltProgram.Of("Trainer", "paint", Path.Combine(folder, "pictures"), "--count", $"{count}", "--size", size).RunSilently();
            double paint = painting.Elapsed.TotalMicroseconds / count;
            string runs = $"{Math.Clamp(PicturesInAll / count, 1, 7)}";
            JsonNode figures = BuiltProgram.Of("Trainer", "bench", "prepare", "--data", Path.Combine(folder, "pictures"), "--size", size, "--runs", runs, "--json").Run();
            double prepare = figures["prepareMicroseconds"]!.GetValue<double>();
            return (prepare, figures["peakMegabytes"]!.GetValue<double>(), $"painted {paint:0} µs, prepared {prepare:0} µs each, {figures["kept"]} kept");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Show(string what, int[] all, int[] order, string time, Func<int, (double Microseconds, double Megabytes, string Parts)> measure)
    {
        Console.WriteLine($"Pictures {what}:");
        var measured = all.ToDictionary(count => count, _ => new List<(double Microseconds, double Megabytes)>());
        foreach (int count in order)
        {
            var (microseconds, megabytes, parts) = measure(count);
            measured[count].Add((microseconds, megabytes));
            Console.WriteLine($"  {count,8}: {parts}; {megabytes:0} MB");
        }

        double Time(int count) => Medians.Of([.. measured[count].Select(m => m.Microseconds)]);
        double Memory(int count) => Medians.Of([.. measured[count].Select(m => m.Megabytes)]);
        Console.WriteLine($"  of the first: {string.Join(", ", all.Skip(1).Select(count => $"{count}: {time} {Time(count) / Time(all[0]):P0}, memory {Memory(count) / Memory(all[0]):P0}"))}");
    }
}
