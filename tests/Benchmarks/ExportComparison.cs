using System.CommandLine;
using System.Diagnostics;

namespace LatentWalk.Benchmarks;

/// <summary>
/// An export of the 64×64 network of modern-64: seconds after start-up and memory beside the file's size, in a process that
/// measures itself, and the whole command against one that only starts.
/// </summary>
internal static class ExportComparison
{
    public static Command Create()
    {
        var run = new Option<string?>("--run") { Description = "A run or checkpoint; without it one is painted and trained for a step." };
        var runs = new Option<int>("--runs") { Description = "Runs of each.", DefaultValueFactory = _ => 5 };
        var command = new Command("export", "A checkpoint to a verified generator file: time after start-up, memory beside the file's size.") { run, runs };
        command.SetAction(parsed =>
        {
            string folder = Directory.CreateTempSubdirectory("lw-export-").FullName;
            try
            {
                Measure(parsed.GetValue(run) ?? Train(folder), folder, parsed.GetValue(runs));
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }

            return 0;
        });
        return command;
    }

    private static string Train(string folder)
    {
        string pictures = Path.Combine(folder, "faces"), run = Path.Combine(folder, "run");
        BuiltProgram.Of("Trainer", "paint", pictures, "--count", "128", "--size", "64").RunSilently();
        BuiltProgram.Of("Trainer", "train", "--data", pictures, "--preset", "modern-64", "--run", run, "--steps", "1").RunSilently();
        return run;
    }

    private static void Measure(string run, string folder, int runs)
    {
        var bench = BuiltProgram.Of("Exporter", "bench", "export", run, "--json");
        var export = BuiltProgram.Of("Exporter", "export", run, "-o", Path.Combine(folder, "g.onnx"));
        var nothing = BuiltProgram.Of("Exporter", "export", "--help");
        var (warm, first, added, whole) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (int i = 0; i < runs; i++)
        {
            var figures = bench.Run();
            warm.Add(figures["seconds"]!.GetValue<double>());
            first.Add(figures["firstSeconds"]!.GetValue<double>());
            added.Add(figures["addedPerFile"]!.GetValue<double>());
            whole.Add(Seconds(export) - Seconds(nothing));
            Console.WriteLine($"  {warm[^1]:0.000} s, the first {first[^1]:0.000} s, memory {added[^1]:0.00} times the file; the command {whole[^1]:0.000} s more than starting");
        }

        Console.WriteLine($"Medians: {Medians.Of(warm):0.000} s an export, {Medians.Of(first):0.000} s the first after start-up, {Medians.Of(added):0.00} times the file in memory; the command takes {Medians.Of(whole):0.000} s more than starting");
    }

    private static double Seconds(BenchProcess process)
    {
        long start = Stopwatch.GetTimestamp();
        process.RunSilently();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
