using System.CommandLine;
using System.Diagnostics;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Latents;
using LatentWalk.Inference;

namespace LatentWalk.Benchmarks;

/// <summary>
/// <c>lw render</c> of many PNGs against ONNX Runtime's bare batched Run of the same file, which makes no pixels and writes nothing, and
/// against the loop in PyTorch and Pillow with the same weights; in turns.
/// </summary>
internal static class RenderComparison
{
    private const int Batch = 64;

    // Of PyTorch's settings, to find the faster one.
    private const int TrialCount = 640;

    public static Command Create()
    {
        var runs = new Option<int>("--runs") { Description = "Runs of each.", DefaultValueFactory = _ => 5 };
        var count = new Option<int>("--count") { Description = "Pictures of a run.", DefaultValueFactory = _ => 10_000 };
        var threads = new Option<int>("--threads") { Description = "Threads of PyTorch.", DefaultValueFactory = _ => 2 };
        var python = new Option<string>("--python") { Description = "The Python that has torch and Pillow.", DefaultValueFactory = _ => "/usr/bin/python3" };
        var source = new Option<string?>("--run") { Description = "A run to render; if not given, modern-64 is trained for one step (its pictures are noise, as large as others)." };
        var output = new Option<string?>("--folder") { Description = "Where the pictures go and are deleted again; the temporary folder if not given." };
        var command = new Command("render", "Many PNGs: lw render, bare Run, and PyTorch with Pillow.") { runs, count, threads, python, source, output };
        command.SetAction(parsed =>
        {
            string folder = parsed.GetValue(output) is { } chosen ? Directory.CreateDirectory(Path.Combine(chosen, $"lw-render-{Environment.ProcessId}")).FullName
                : Directory.CreateTempSubdirectory("lw-render-").FullName;
            try
            {
                string run = parsed.GetValue(source) ?? Train(folder);
                string generator = Path.Combine(folder, "generator.onnx");
                BuiltProgram.Of("Exporter", "export", run, "-o", generator).RunSilently();
                Race(folder, generator, Newest(run), parsed.GetValue(runs), parsed.GetValue(count), parsed.GetValue(threads), parsed.GetValue(python)!);
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
        string pictures = Path.Combine(folder, "faces");
        string run = Path.Combine(folder, "run");
        BuiltProgram.Of("Trainer", "paint", pictures, "--count", "128", "--size", "64").RunSilently();
        BuiltProgram.Of("Trainer", "train", "--data", pictures, "--preset", "modern-64", "--run", run, "--steps", "1").RunSilently();
        return run;
    }

    private static string Newest(string run) => Directory.EnumerateFiles(Path.Combine(run, "checkpoints"), "*.safetensors").Max(StringComparer.Ordinal)
        ?? throw new BadModelException($"{run} has no checkpoint. Name a run folder of lw train.");

    private static void Race(string folder, string generator, string checkpoint, int runs, int count, int threads, string python)
    {
        // Each run has a folder of its own, and all are deleted at the end: ext4 takes ten times as long to make a file where others have just been deleted.
        int folders = 0;
        string Next() => Path.Combine(folder, $"pictures-{++folders}");
        BenchProcess Ours() => BuiltProgram.Of("Exporter", "render", generator, "--seeds", $"0-{count - 1}", "-o", Next(), "--json");
        string script = Path.Combine(AppContext.BaseDirectory, "peer", "render_folder.py");
        BenchProcess Peer(bool channelsLast, int pictureCount) => new(
            $"PyTorch and Pillow{(channelsLast ? ", channels last" : "")}", python,
            [script, checkpoint, Next(), "--count", $"{pictureCount}", "--threads", $"{threads}", .. ChannelsLast(channelsLast)]);

        Console.WriteLine("PyTorch's settings, pictures a second:");
        var rates = new Dictionary<bool, double>();
        foreach (bool channelsLast in (bool[])[false, true])
        {
            rates[channelsLast] = Rate(Peer(channelsLast, TrialCount));
            Console.WriteLine($"  {rates[channelsLast]:0}  {(channelsLast ? "channels last" : "as it is")}");
        }

        bool best = rates[true] > rates[false];
        string peer = Peer(best, count).Name;
        List<double> bareRates = [], split = [], ourRates = [], peerRates = [];
        Console.WriteLine($"{count} pictures each, alternated; bare Run in batches of {Batch} by one session on all cores, and by a session of one thread for each:");
        for (int run = 0; run < runs; run++)
        {
            bareRates.Add(BareRate(generator, 1, 0, count));
            ourRates.Add(Rate(Ours()));
            split.Add(BareRate(generator, Environment.ProcessorCount, 1, count));
            peerRates.Add(Rate(Peer(best, count)));
            Console.WriteLine(
                $"  lw render {ourRates[^1]:0}/s   bare Run {bareRates[^1]:0}/s: {ourRates[^1] / bareRates[^1]:P0}   by several sessions {split[^1]:0}/s: {ourRates[^1] / split[^1]:P0}   {peer} {peerRates[^1]:0}/s: {ourRates[^1] / peerRates[^1]:0.00}x");
        }

        double our = Medians.Of(ourRates);
        Console.WriteLine(
            $"Medians: lw render {our:0}/s; bare Run {Medians.Of(bareRates):0}/s: {our / Medians.Of(bareRates):P0} of it; by several sessions {Medians.Of(split):0}/s: {our / Medians.Of(split):P0}; {peer} {Medians.Of(peerRates):0}/s: {our / Medians.Of(peerRates):0.00}x");
    }

    private static string[] ChannelsLast(bool wanted) => wanted ? ["--channels-last"] : [];

    private static double Rate(BenchProcess process) => process.Run()["imagesPerSecond"]!.GetValue<double>();

    /// <param name="threads">Of each session; 0 for all cores.</param>
    private static double BareRate(string generator, int sessions, int threads, int count)
    {
        var open = Enumerable.Range(0, sessions).Select(_ => GeneratorSession.Open(generator, new InferenceSettings { Provider = ProviderChoice.Cpu, Threads = threads, BusyWait = sessions == 1 })).ToList();
        try
        {
            int zdim = open[0].Info.ZDim;
            float[] z = new float[Batch * zdim];
            for (int i = 0; i < Batch; i++)
            {
                Latent.FromSeed((ulong)i, z.AsSpan(i * zdim, zdim));
            }

            open.ForEach(session => session.RunRaw(z, Batch));
            int left = count / Batch;
            long start = Stopwatch.GetTimestamp();
            Task.WaitAll([.. open.Select(session => Task.Factory.StartNew(
                () =>
                {
                    while (Interlocked.Decrement(ref left) >= 0)
                    {
                        session.RunRaw(z, Batch);
                    }
                },
                CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))]);
            return count / Batch * Batch / Stopwatch.GetElapsedTime(start).TotalSeconds;
        }
        finally
        {
            open.ForEach(session => session.Dispose());
        }
    }
}
