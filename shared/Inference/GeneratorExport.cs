using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Latents;
using LatentWalk.Core.Networks;
using LatentWalk.Core.Onnx;

namespace LatentWalk.Inference;

/// <summary>A checkpoint's generator -> a verified generator file.</summary>
public static class GeneratorExport
{
    private static readonly InferenceSettings s_onCpu = new() { Provider = ProviderChoice.Cpu, BusyWait = false, SparesMemory = true };

    /// <summary>
    /// Writes the graph and runs it: against the trainer's pictures and, where it is a variant, against the plain float32 graph.
    /// </summary>
    /// <param name="generator">Of a checkpoint.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="BadModelException">ONNX Runtime's pictures are further from the network's than <see cref="ParityBound"/> allows.</exception>
    public static ExportedGenerator Build(CheckpointGenerator generator, ExportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(generator);
        options ??= new ExportOptions();

        // First, while there is nothing else in memory.
        var sefa = options.Directions.Kind == DirectionKind.None ? null : SefaBasis.Of(generator.Spec, generator.Weights);
        byte[] graph = Verified(generator, options, sefa, out var parity, out var full, out var found);
        return new ExportedGenerator(graph, CheckpointGraph.Describe(generator) with
        {
            Directions = found.Directions,
            Range = options.Graph.Pixels == PixelOutput.Rgba8 ? PixelRange.Levels : PixelRange.SignedUnit,
            Precision = options.Graph.Precision,
            Upsample = generator.Spec.Network == NetworkKinds.Dcgan ? options.Graph.Upsample : null,
            Parity = parity,
            FullParity = full,
            Author = options.Author,
            License = options.License,
        })
        {
            Notes = found.Notes,
        };
    }

    // Its sessions are gone when it returns, before anything else takes memory.
    private static byte[] Verified(CheckpointGenerator generator, ExportOptions export, IReadOnlyList<Direction>? sefa, out ParityRecord parity, out ParityRecord? full, out FoundDirections found)
    {
        var options = export.Graph;
        var floats = options with { Pixels = PixelOutput.Floats };
        byte[] graph = CheckpointGraph.Write(generator, floats);
        using var session = Open(graph, generator);
        (parity, full) = Measure(session, floats, generator);
        found = DirectionFinder.Find(session, export.Directions, sefa, isOwn: true);
        if (options == floats)
        {
            return graph;
        }

        graph = CheckpointGraph.Write(generator, options);
        using var rgba8 = Open(graph, generator);
        ExportParity.RequireSamePixels(rgba8, session, generator);
        return graph;
    }

    private static (ParityRecord Parity, ParityRecord? Full) Measure(GeneratorSession session, GraphOptions variant, CheckpointGenerator generator)
    {
        var bound = ParityBound.Of(variant.Precision);
        var parity = Require(ExportParity.WithTrainer(session, generator), bound, "the trainer's", variant, generator);
        var plain = new GraphOptions();
        if (variant == plain)
        {
            return (parity, null);
        }

        using var full = Open(CheckpointGraph.Write(generator, plain), generator);
        return (parity, Require(ExportParity.Between(full, session, generator), bound, "the plain float32 graph's", variant, generator));
    }

    private static ParityRecord Require(ParityRecord parity, ParityBound bound, string whose, GraphOptions variant, CheckpointGenerator generator) =>
        bound.Holds(parity) ? parity : throw new BadModelException(
            $"ONNX Runtime's pictures differ from {whose} by up to {parity.Maximum:g3} or {parity.Levels} of 255 levels ({parity.Mean:g3} on average) on {parity.Images} latents of '{generator.Source.Path}', "
            + $"expected at most {bound} for {VariantNames.Of(variant.Precision)} and {VariantNames.Of(variant.Upsample)}; no generator was made of it. {(variant.Precision == Precision.Full ? "Report it with the checkpoint." : "Export it with --precision fp32.")}");

    private static GeneratorSession Open(byte[] graph, CheckpointGenerator generator) => GeneratorSession.Open(graph, generator.Source.Path, s_onCpu);
}
