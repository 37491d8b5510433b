using System.CommandLine;
using System.Text.Json.Nodes;
using LatentWalk.Core.Errors;

namespace LatentWalk.Benchmarks;

/// <summary>
/// Two races of the loader. A folder of PNGs against torchvision's ImageFolder, Resize and DataLoader, in turns: both decode,
/// shrink and make float batches of every picture. And a packed set, read while anime-64 trains beside it, against what that
/// training consumes.
/// </summary>
internal static class LoaderComparison
{
    // Of each process, which gives their median: torchvision's after one more to warm up, ours from the first.
    private const string Epochs = "5";

    public static Command Create()
    {
        var runs = new Option<int>("--runs") { Description = "Runs of each.", DefaultValueFactory = _ => 5 };
        var count = new Option<int>("--count") { Description = "Pictures painted for the race.", DefaultValueFactory = _ => 4000 };
        var side = new Option<int>("--side") { Description = "Their side in pixels; all are shrunk to 64.", DefaultValueFactory = _ => 128 };
        var workers = new Option<int>("--workers") { Description = "Threads of ours, worker processes of torchvision.", DefaultValueFactory = _ => 2 };
        var python = new Option<string>("--python") { Description = "The Python that has torchvision.", DefaultValueFactory = _ => "/usr/bin/python3" };
        var steps = new Option<int>("--steps") { Description = "Training steps that the set is read beside, in each run.", DefaultValueFactory = _ => 8 };
        var command = new Command("loader", "A folder of PNGs: ours and torchvision's; a packed set: read while anime-64 trains.") { runs, count, side, workers, python, steps };
        command.SetAction(parsed =>
        {
            string folder = Directory.CreateTempSubdirectory("lw-loader-").FullName;
            try
            {
                Race(folder, parsed.GetValue(runs), parsed.GetValue(count), parsed.GetValue(side), parsed.GetValue(workers), parsed.GetValue(python)!);
                WhileTraining(folder, parsed.GetValue(runs), parsed.GetValue(steps), parsed.GetValue(workers));
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }

            return 0;
        });
        return command;
    }

    private static void Race(string folder, int runs, int count, int side, int workers, string python)
    {
        // One class folder, as ImageFolder wants it.
        string pictures = Path.Combine(folder, "classes", "faces");
        BuiltProgram.Of("Trainer", "paint", pictures, "--count", $"{count}", "--size", $"{side}").RunSilently();
        var ours = BuiltProgram.Of("Trainer", "bench", "loader", "--data", pictures, "--size", "64", "--threads", $"{workers}", "--runs", Epochs, "--json");
        string script = Path.Combine(AppContext.BaseDirectory, "peer", "load_folder.py");
        var peer = new BenchProcess("torchvision", python, [script, Path.GetDirectoryName(pictures)!, "--size", "64", "--workers", $"{workers}", "--epochs", Epochs]);
        Console.WriteLine($"{count} PNGs of {side}×{side} to float batches of 64×64, {workers} threads and {workers} workers, alternated:");
        var ourRates = new List<double>();
        var peerRates = new List<double>();
        for (int run = 0; run < runs; run++)
        {
            ourRates.Add(Rate(ours));
            peerRates.Add(Rate(peer));
            Console.WriteLine($"  ours {ourRates[^1]:0} images/s   torchvision {peerRates[^1]:0} images/s   {ourRates[^1] / peerRates[^1]:0.00}x");
        }

        Console.WriteLine($"Medians: ours {Medians.Of(ourRates):0} images/s, torchvision {Medians.Of(peerRates):0} images/s: {Medians.Of(ourRates) / Medians.Of(peerRates):0.00}x");
    }

    private static void WhileTraining(string folder, int runs, int steps, int threads)
    {
        string set = Path.Combine(folder, "set.lwset");
        BuiltProgram.Of("Trainer", "bench", "loader", "--painted", "2000", "--keep", set, "--runs", "1").RunSilently();
        var training = BuiltProgram.Of("Trainer", "bench", "train", "--preset", "anime-64", "--steps", $"{steps}", "--threads", $"{threads}", "--json");
        var loading = BuiltProgram.Of("Trainer", "bench", "loader", "--data", set, "--json");
        Console.WriteLine($"A packed set at 64×64, read while anime-64 trains on {threads} threads:");
        var alone = new List<double>();
        var beside = new List<double>();
        var loaded = new List<double>();
        for (int run = 0; run < runs; run++)
        {
            alone.Add(Rate(training));
            var trains = Task.Run(() => Rate(training));
            var meanwhile = new List<double>();
            while (!trains.IsCompleted)
            {
                meanwhile.Add(loading.Run()["batchImagesPerSecond"]!.GetValue<double>());
            }

            // The last may have gone on after training ended.
            loaded.Add(Medians.Of(meanwhile.Count > 1 ? meanwhile[..^1] : meanwhile));
            beside.Add(trains.GetAwaiter().GetResult());
            Console.WriteLine($"  training consumes {alone[^1]:0.0} images/s alone, {beside[^1]:0.0} while the loader runs flat out beside it; the loader gives {loaded[^1]:0} images/s: {loaded[^1] / alone[^1]:0}x");
        }

        Console.WriteLine($"Medians: {Medians.Of(loaded):0} images/s from the set against the {Medians.Of(alone):0.0} that training consumes: {Medians.Of(loaded) / Medians.Of(alone):0}x");
    }

    private static double Rate(BenchProcess process) => process.Run() is JsonNode figures
        ? figures["imagesPerSecond"]!.GetValue<double>()
        : throw new DeviceException($"{process.Name} gave no figures");
}
