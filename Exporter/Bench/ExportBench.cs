using System.Diagnostics;
using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Files;
using LatentWalk.Core.Latents;
using LatentWalk.Core.Networks;
using LatentWalk.Core.Onnx;
using LatentWalk.Inference;

namespace LatentWalk.Exporter.Bench;

/// <summary>
/// Times an export from the checkpoint to the durable file, verification and all, and the memory that it takes. A tiny network is
/// exported first: what the libraries and the compiled code take is start-up, not export.
/// </summary>
internal static class ExportBench
{
    public const int Rounds = 5;

    private static readonly GeneratorSpec s_tiny = new() { ZDim = 100, Resolution = 64, Width = 2, LeakySlope = 0.2f };

    /// <param name="source">A run or a checkpoint.</param>
    /// <param name="options">The variant.</param>
    public static ExportBenchResult Run(string source, ExportOptions options)
    {
        string folder = Directory.CreateTempSubdirectory("latent-walk-bench-").FullName;
        try
        {
            string output = Path.Combine(folder, "g.onnx");
            Export(WriteTiny(Path.Combine(folder, "tiny")), options, output);
            GC.Collect();
            using var process = Process.GetCurrentProcess();
            long before = process.WorkingSet64;

            // The first one starts from nothing; its peak is what a user's export adds.
            double first = Time(() => Export(source, options, output));
            process.Refresh();
            long peak = process.PeakWorkingSet64;
            double[] seconds = [.. Enumerable.Range(0, Rounds).Select(_ => Time(() => Export(source, options, output))).Order()];
            return new ExportBenchResult(seconds[Rounds / 2], first, peak - before, peak, new FileInfo(output).Length);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Export(string source, ExportOptions options, string output)
    {
        using var generator = CheckpointGenerator.Open(CheckpointLocator.Resolve(source));
        AtomicFile.Write(output, GeneratorExport.Build(generator, options).WriteTo);
    }

    // Its probe pictures are what ONNX Runtime makes of it: there is no trainer here, and nothing is to be learnt from them.
    private static string WriteTiny(string run)
    {
        ulong seed = 0;
        var weights = TensorNames.Of(s_tiny).ToDictionary(
            tensor => tensor.Name,
            tensor => (float[])[.. Latent.FromSeed(seed++, (int)tensor.Shape.Aggregate(1L, (a, b) => a * b)).Select(value => 0.01f + (0.1f * Math.Abs(value)))]);
        float[] z = Latent.FromSeed(0, s_tiny.ZDim);
        var pictures = new float[3 * s_tiny.Resolution * s_tiny.Resolution];
        using (var session = GeneratorSession.Open(Google.Protobuf.MessageExtensions.ToByteArray(GeneratorGraph.Build(s_tiny, weights)), "tiny", new InferenceSettings { Provider = ProviderChoice.Cpu, BusyWait = false }))
        {
            session.RunFloats(z, 1, pictures);
        }

        var metadata = new Dictionary<string, string>
        {
            [CheckpointKeys.Version] = CheckpointKeys.CurrentVersion,
            [CheckpointKeys.Generator] = NetworkJson.Serialize(s_tiny),
            [CheckpointKeys.Step] = "1",
        };
        using var store = new CheckpointStore(run);
        store.Commit(1, metadata,
        [
            .. TensorNames.Of(s_tiny).Where(tensor => !tensor.Name.EndsWith(TensorNames.BatchesTracked, StringComparison.Ordinal))
                .Select(tensor => TensorEntry.OfFloats(TensorNames.GeneratorEmaPrefix + tensor.Name, tensor.Shape, weights[tensor.Name])),
            TensorEntry.OfFloats(TensorNames.ProbeLatents, [1, s_tiny.ZDim], z),
            TensorEntry.OfFloats(TensorNames.ProbeImages, [1, 3, s_tiny.Resolution, s_tiny.Resolution], pictures),
        ]);
        return run;
    }

    private static double Time(Action work)
    {
        long start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
