using LatentWalk.Cli;
using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Onnx;
using LatentWalk.Exporter.Directions;
using LatentWalk.Exporter.Triton;
using LatentWalk.Exporter.Web;
using LatentWalk.Inference;

namespace LatentWalk.Exporter.Export;

/// <summary>A generator file in memory: made of a checkpoint and verified, or read as it is.</summary>
internal sealed class ExportedModel(string name, Action<Stream> writeTo, Func<byte[]> toArray)
{
    private byte[]? _bytes;

    /// <summary>What it was made of; null for a file that was read.</summary>
    public CheckpointRef? Source { get; private init; }

    /// <summary>Without ending: the output's, or the source's.</summary>
    public string Name { get; } = name;

    /// <summary>The whole file, without a copy in memory.</summary>
    public Action<Stream> WriteTo { get; } = writeTo;

    /// <summary>The whole file.</summary>
    public byte[] Bytes => _bytes ??= toArray();

    /// <summary>Whether the source is a generator file already, which is written into pages and repositories byte for byte.</summary>
    public static bool IsGenerator(string source) => source.EndsWith(".onnx", StringComparison.OrdinalIgnoreCase) && !Directory.Exists(source);

    public static ExportedModel Of(ExportRequest request) => IsGenerator(request.Source) ? Read(request.Source) : Make(request);

    private static ExportedModel Read(string path)
    {
        var (bytes, _) = OnnxGuard.Read(path);
        return new ExportedModel(Path.GetFileNameWithoutExtension(path), stream => stream.Write(bytes), () => bytes);
    }

    private static ExportedModel Make(ExportRequest request)
    {
        var checkpoint = CheckpointLocator.Resolve(request.Source, out var warnings);
        foreach (string warning in warnings)
        {
            Talk.Warn(warning);
        }

        using var generator = CheckpointGenerator.Open(checkpoint, request.Weights);
        var directions = request.Directions.Resolve(request.Source, Replaced(request), before => IsSameNetwork(before, generator));
        if (directions.Before.Count == 0)
        {
            directions = directions with { Before = PreviousCheckpoint.Directions(checkpoint, request.Weights), MayReorder = true };
        }

        var file = GeneratorExport.Build(generator, request.Options with { Directions = directions });
        Talk.Info($"Step {checkpoint.Step} ({generator.Set.Name}), {generator.Spec.Resolution}x{generator.Spec.Resolution}, zdim {generator.Spec.ZDim}, {file.Length / 1e6:f1} MB. "
            + $"ONNX Runtime against the trainer: {file.Metadata.Parity}.{(file.Metadata.FullParity is { } full ? $" Against the plain float32 graph: {full}." : "")}");
        foreach (string note in file.Notes)
        {
            Talk.Info($"It has {note}.");
        }

        return new ExportedModel(NameOf(request), file.WriteTo, file.ToArray) { Source = checkpoint };
    }

    // The file that this export takes the place of, in whichever form: its axes are the ones that people know.
    private static string? Replaced(ExportRequest request) =>
        request.Output
        ?? (request.Web is { } web ? PageFolder.ModelOf(web.Folder) : null)
        ?? (request.Triton is { } triton ? TritonRepository.NewestOf(triton.Folder, NameOf(request)) : null);

    // Of the same data and shape: another run's axes mean nothing here.
    private static bool IsSameNetwork(GeneratorMetadata before, CheckpointGenerator generator) =>
        before.ZDim == generator.Spec.ZDim && before.Generator == generator.SpecJson && before.Dataset == generator.Dataset;

    private static string NameOf(ExportRequest request) =>
        request.Output is { } output ? Path.GetFileNameWithoutExtension(output)
        : Directory.Exists(request.Source) ? new DirectoryInfo(Path.TrimEndingDirectorySeparator(Path.GetFullPath(request.Source))).Name
        : Path.GetFileNameWithoutExtension(request.Source);
}
