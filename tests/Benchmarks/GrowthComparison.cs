using System.CommandLine;

namespace LatentWalk.Benchmarks;

/// <summary>Packs and loads ever more painted pictures: the time for each and the memory must not grow with their number.</summary>
internal static class GrowthComparison
{
    public static Command Create()
    {
        var counts = new Option<int[]>("--counts") { Description = "Pictures, least first.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [1000, 10_000, 100_000] };
        var command = new Command("growth", "Painted pictures packed and loaded: time for each and memory as their number grows.") { counts };
        command.SetAction(parsed =>
        {
            double firstSeconds = 0;
            double firstMegabytes = 0;
            foreach (int count in parsed.GetValue(counts)!)
            {
                var figures = BuiltProgram.Of("Trainer", "bench", "loader", "--painted", $"{count}", "--json").Run();
                double paint = figures["paintMicroseconds"]!.GetValue<double>();
                double pack = figures["packMicroseconds"]!.GetValue<double>();
                double load = 1e6 / figures["batchImagesPerSecond"]!.GetValue<double>();
                double megabytes = figures["peakMegabytes"]!.GetValue<double>();
                (firstSeconds, firstMegabytes) = firstMegabytes == 0 ? (paint + pack + load, megabytes) : (firstSeconds, firstMegabytes);
                Console.WriteLine(
                    $"{count,8} pictures: painted {paint:0} µs, packed {pack:0.0} µs, loaded {load:0.0} µs each ({(paint + pack + load) / firstSeconds:P0} of the first); {megabytes:0} MB ({megabytes / firstMegabytes:P0})");
            }

            return 0;
        });
        return command;
    }
}
