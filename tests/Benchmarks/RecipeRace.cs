using System.CommandLine;
using System.Diagnostics;
using System.Text.Json.Nodes;
using LatentWalk.Core.Errors;

namespace LatentWalk.Benchmarks;

/// <summary>
/// Recipes and a plain DCGAN in PyTorch, each trained alone for the same time on the same pictures, and what lw eval says of
/// their pictures. Start-up and reading count; drawing samples does not. What has finished in the folder is not trained again, so that
/// a race which is stopped between two recipes goes on with the next.
/// </summary>
internal static class RecipeRace
{
    private const string Peer = "pytorch";

    // Steps to time before a race: first few, which must do for presets that take many seconds for one.
    private const int ShortLook = 3;
    private const int LongLook = 24;
    private const double SlowStep = 4;
    private static readonly string[] s_measures = ["kid", "swd", "fid", "precision", "recall", "diversity", "sharpness", "noise", "checkerboard"];

    public static Command Create()
    {
        var data = new Argument<DirectoryInfo>("pictures") { Description = "A folder of pictures; for the peer of 64×64 PNGs." };
        var minutes = new Option<double>("--minutes") { Description = "Time of each.", DefaultValueFactory = _ => 40 };
        var recipes = new Option<string>("--recipes") { Description = "Presets, and pytorch for the peer, by commas.", DefaultValueFactory = _ => "pytorch,anime-64,modern-64,sharp-64" };
        var samples = new Option<int>("--samples") { Description = "Pictures to measure of each.", DefaultValueFactory = _ => 2000 };
        var threads = new Option<int>("--threads") { Description = "Threads of each.", DefaultValueFactory = _ => 2 };
        var output = new Option<string>("--out") { Description = "Where runs, samples and sheets stay.", Required = true };
        var python = new Option<string>("--python") { Description = "The Python that has torch and Pillow.", DefaultValueFactory = _ => "/usr/bin/python3" };
        var command = new Command("recipes", "Recipes after equal time: what lw eval says of their pictures.") { data, minutes, recipes, samples, threads, output, python };
        command.SetAction(parsed =>
        {
            string folder = Directory.CreateDirectory(parsed.GetValue(output)!).FullName;
            string pictures = parsed.GetValue(data)!.FullName;
            double time = parsed.GetValue(minutes);
            string count = $"{parsed.GetValue(samples)}", cores = $"{parsed.GetValue(threads)}";
            var made = new List<(string Name, long Steps, string Subject)>();
            foreach (string name in parsed.GetValue(recipes)!.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                string finished = Path.Combine(folder, $"{name}.steps");
                if (!File.Exists(finished))
                {
                    long steps = name == Peer ? TrainPeer(parsed.GetValue(python)!, folder, pictures, time, count, cores) : Train(name, folder, pictures, time, cores);
                    File.WriteAllText(finished, $"{steps}");
                }

                made.Add((name, long.Parse(File.ReadAllText(finished)), Path.Combine(folder, name)));
                Console.WriteLine($"{name}: {made[^1].Steps} steps in {time} minutes");
            }

            Report(folder, pictures, made, count);
            return 0;
        });
        return command;
    }

    private static long TrainPeer(string python, string folder, string pictures, double minutes, string samples, string threads)
    {
        string drawn = Path.Combine(folder, Peer);
        string script = Path.Combine(AppContext.BaseDirectory, "peer", "race_dcgan.py");
        var result = new BenchProcess("PyTorch", python, [script, pictures, drawn, "--minutes", $"{minutes}", "--count", samples, "--threads", threads]).Run();
        return result["steps"]!.GetValue<long>();
    }

    private static long Train(string preset, string folder, string pictures, double minutes, string threads)
    {
        // A recipe whose values move over the run has to know how long it is: as many steps as this machine will do, and a few less.
        double step = StepSeconds(preset, threads, ShortLook);
        if (step < SlowStep)
        {
            step = StepSeconds(preset, threads, LongLook);
        }

        long steps = Math.Max(2, (long)((minutes * 60 * 0.97 / step) - 4));
        string run = Path.Combine(folder, preset);
        using var process = BuiltProgram.Of("Trainer", "train", "--data", pictures, "--preset", preset, "--run", run, "--steps", $"{steps}", "--threads", threads, "--quality.every", "0", "--output.checkpointEvery", "1000000", "--output.sampleEvery", $"{Math.Max(1, steps / 10)}").Start();
        var read = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (!process.WaitForExit(TimeSpan.FromMinutes(minutes)))
        {
            // Asked to save and stop; a process in the background may have been told not to hear Ctrl-C.
            Process.Start("kill", ["-TERM", $"{process.Id}"])!.WaitForExit();
            process.WaitForExit();
        }

        return process.ExitCode is 0 or 143
            ? BuiltProgram.Of("Exporter", "inspect", run, "--json").Run()["step"]!.GetValue<long>()
            : throw new DeviceException($"{preset} ended with code {process.ExitCode}: {read.Item2.Result.Trim()}");
    }

    private static double StepSeconds(string preset, string threads, int steps) =>
        BuiltProgram.Of("Trainer", "bench", "train", "--preset", preset, "--steps", $"{steps}", "--threads", threads, "--json").Run()["meanStepSeconds"]!.GetValue<double>();

    private static void Report(string folder, string pictures, List<(string Name, long Steps, string Subject)> made, string samples)
    {
        Console.WriteLine($"| recipe | steps | {string.Join(" | ", s_measures)} | guards |");
        Console.WriteLine($"|---|---{string.Concat(s_measures.Select(_ => "|---"))}|---|");
        JsonNode? floor = null;
        foreach (var (name, steps, subject) in made)
        {
            var result = BuiltProgram.Of("Exporter", "eval", subject, "--data", pictures, "--samples", samples, "--sheet", Path.Combine(folder, $"{name}.png"), "--json").Run();
            Console.WriteLine($"| `{name}` | {steps} | {Row(result["values"]!)} | {Guards(subject)} |");
            floor ??= result["floor"];
        }

        Console.WriteLine($"| real against real | | {(floor is null ? "" : Row(floor))} | |");
    }

    /// <summary>What the watch over a run had to say, each once.</summary>
    private static string Guards(string subject)
    {
        string events = Path.Combine(subject, "events.jsonl");
        return File.Exists(events) ? string.Join(", ", File.ReadLines(events).Select(line => JsonNode.Parse(line)!["event"]!.GetValue<string>()).Distinct()) : "";
    }

    private static string Row(JsonNode values) => string.Join(" | ", s_measures.Select(measure => $"{values[measure]!.GetValue<double>():0.######}"));
}
