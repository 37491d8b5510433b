using System.CommandLine;

namespace LatentWalk.Benchmarks;

/// <summary>
/// Our training step of preset anime-64 against the same step in PyTorch, each in a process of its own, in turns, so that both
/// meet the same machine. PyTorch runs in the setting in which it is fastest here: every one is tried first.
/// </summary>
internal static class TrainComparison
{
    // Blocks that malloc keeps instead of returning them to the kernel; our stand-in does the like for itself.
    private static readonly Dictionary<string, string> s_keepMemory = new()
    {
        ["MALLOC_MMAP_THRESHOLD_"] = "1073741824",
        ["MALLOC_TRIM_THRESHOLD_"] = "4294967296",
        ["MALLOC_TOP_PAD_"] = "67108864",
    };

    public static Command Create()
    {
        var runs = new Option<int>("--runs") { Description = "Runs of each.", DefaultValueFactory = _ => 5 };
        var steps = new Option<int>("--steps") { Description = "Steps to time in a run.", DefaultValueFactory = _ => 8 };
        var threads = new Option<int>("--threads") { Description = "Threads of each.", DefaultValueFactory = _ => 2 };
        var python = new Option<string>("--python") { Description = "The Python that has torch.", DefaultValueFactory = _ => "/usr/bin/python3" };
        var command = new Command("train", "anime-64: one training step, ours and PyTorch's.") { runs, steps, threads, python };
        command.SetAction(parsed =>
        {
            Race(parsed.GetValue(runs), $"{parsed.GetValue(steps)}", $"{parsed.GetValue(threads)}", parsed.GetValue(python)!);
            return 0;
        });
        return command;
    }

    private static void Race(int runs, string steps, string threads, string python)
    {
        var ours = BuiltProgram.Of("Trainer", "bench", "train", "--preset", "anime-64", "--steps", steps, "--threads", threads, "--json");
        string script = Path.Combine(AppContext.BaseDirectory, "peer", "train_dcgan.py");
        var settings = new List<BenchProcess>();
        foreach (bool channelsLast in new[] { false, true })
        {
            foreach (bool keepMemory in new[] { false, true })
            {
                settings.Add(new BenchProcess(
                    $"PyTorch{(channelsLast ? ", channels last" : "")}{(keepMemory ? ", malloc keeps memory" : "")}",
                    python,
                    [script, "--steps", steps, "--threads", threads, .. ChannelsLast(channelsLast)])
                {
                    Environment = keepMemory ? s_keepMemory : [],
                });
            }
        }

        Console.WriteLine("PyTorch's settings, seconds a step:");
        var best = settings.MinBy(setting =>
        {
            double seconds = Seconds(setting);
            Console.WriteLine($"  {seconds:0.000}  {setting.Name}");
            return seconds;
        })!;

        var oursSeconds = new List<double>();
        var peerSeconds = new List<double>();
        Console.WriteLine($"Alternated, {runs} runs of {steps} steps each, {threads} threads, batch 64:");
        for (int run = 0; run < runs; run++)
        {
            oursSeconds.Add(Seconds(ours));
            peerSeconds.Add(Seconds(best));
            Console.WriteLine($"  ours {oursSeconds[^1]:0.000} s   {best.Name} {peerSeconds[^1]:0.000} s   {peerSeconds[^1] / oursSeconds[^1]:0.00}x");
        }

        double our = Medians.Of(oursSeconds);
        double peer = Medians.Of(peerSeconds);
        Console.WriteLine($"Medians: ours {64 / our:0.0} images/s ({our:0.000} s a step), {best.Name} {64 / peer:0.0} images/s ({peer:0.000} s a step): {peer / our:0.00}x");
    }

    private static string[] ChannelsLast(bool wanted) => wanted ? ["--channels-last"] : [];

    private static double Seconds(BenchProcess process) => process.Run()["stepSeconds"]!.GetValue<double>();
}
