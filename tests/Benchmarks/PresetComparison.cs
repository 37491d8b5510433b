using System.CommandLine;
using LatentWalk.Core.Errors;

namespace LatentWalk.Benchmarks;

/// <summary>A training step of each of some presets, each in a process of its own, in turns, and what it takes relative to the first one's.</summary>
internal static class PresetComparison
{
    public static Command Create()
    {
        var presets = new Option<string>("--presets") { Description = "Their names, by commas; with fields set differently as modern-64+augment.kind=ada.", DefaultValueFactory = _ => "modern-64,sharp-64,residual-64" };
        var runs = new Option<int>("--runs") { Description = "Runs of each.", DefaultValueFactory = _ => 5 };
        var steps = new Option<int>("--steps") { Description = "Steps to time in a run; a multiple of the penalty's interval counts it rightly.", DefaultValueFactory = _ => 8 };
        var batch = new Option<int>("--batch") { Description = "Pictures in a batch.", DefaultValueFactory = _ => 64 };
        var threads = new Option<int>("--threads") { Description = "Threads of each.", DefaultValueFactory = _ => 2 };
        var command = new Command("presets", "A training step of one preset and of others.") { presets, runs, steps, batch, threads };
        command.SetAction(parsed =>
        {
            string[] names = parsed.GetValue(presets)!.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (names.Length < 2)
            {
                throw new UsageException("--presets needs two names at least, as modern-64,sharp-64");
            }

            Race(names, parsed.GetValue(runs), $"{parsed.GetValue(steps)}", $"{parsed.GetValue(batch)}", $"{parsed.GetValue(threads)}");
            return 0;
        });
        return command;
    }

    private static void Race(string[] names, int runs, string steps, string batch, string threads)
    {
        var seconds = names.Select(_ => new List<double>()).ToArray();
        Console.WriteLine($"Alternated, {runs} runs of {steps} steps each, {threads} threads, batch {batch}, mean seconds a step:");
        for (int run = 0; run < runs; run++)
        {
            for (int i = 0; i < names.Length; i++)
            {
                // The mean, because most of a lazy penalty falls on one step of several.
                string[] parts = names[i].Split('+');
                var result = BuiltProgram.Of(
                    "Trainer", ["bench", "train", "--preset", parts[0], "--steps", steps, "--batch", batch, "--threads", threads, "--json", .. parts.Skip(1).SelectMany(field => new[] { "--set", field })]).Run();
                seconds[i].Add(result["meanStepSeconds"]!.GetValue<double>());
            }

            Console.WriteLine("  " + string.Join("   ", names.Select((name, i) => $"{name} {seconds[i][^1]:0.000}")));
        }

        double first = Medians.Of(seconds[0]);
        Console.WriteLine("Medians: " + string.Join(", ", names.Select((name, i) => $"{name} {Medians.Of(seconds[i]):0.000} s ({Medians.Of(seconds[i]) / first:0.00}x)")));
    }
}
