using LatentWalk.Cli;
using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Latents;
using LatentWalk.Core.Onnx;
using LatentWalk.Inference;

namespace LatentWalk.Exporter.Directions;

/// <summary>Which directions the user asked for, before the files they name are read.</summary>
internal sealed record DirectionChoice
{
    public DirectionKind Kind { get; init; }

    /// <summary>Labelled pictures; null for those of the run.</summary>
    public string? Data { get; init; }

    /// <summary>A generator whose axes are followed; null for the file that is written over.</summary>
    public string? Like { get; init; }

    /// <param name="source">A run, a checkpoint or a generator file.</param>
    /// <param name="output">The file that is going to be written; null without one.</param>
    /// <param name="describes">Whether another file's account is of the same network, so that its axes are worth following; what --like names always is.</param>
    /// <exception cref="UsageException">The choice makes no sense.</exception>
    public DirectionRequest Resolve(string source, string? output, Func<GeneratorMetadata, bool> describes)
    {
        if (Data is not null && Kind != DirectionKind.Labels)
        {
            throw new UsageException("--data names the labelled pictures for --directions labels; ask for that, or leave it out.");
        }

        return new DirectionRequest
        {
            Kind = Kind,
            Before = Kind == DirectionKind.None ? [] : Before(output, describes),
            Labelled = Kind != DirectionKind.Labels ? null
                : (Data ?? LabelledSet.OfRun(source)) is { } set ? LabelledSet.Read(set)
                : throw new UsageException($"'{source}' does not say where its labelled pictures are, or they are gone; name them with --data."),
        };
    }

    private IReadOnlyList<Direction> Before(string? output, Func<GeneratorMetadata, bool> describes)
    {
        if (Like is not null)
        {
            return Read(Like)?.Directions is { Count: > 0 } given ? given
                : throw new UsageException($"'{Like}' has no directions of its own, expected a generator file with some for --like.");
        }

        if (output is null || !File.Exists(output))
        {
            return [];
        }

        try
        {
            return Read(output) is { } before && describes(before) ? before.Directions : [];
        }
        catch (BadModelException error)
        {
            Talk.Warn($"The file that is written over is no usable generator, so its axes are not followed: {error.Message}");
            return [];
        }
    }

    private static GeneratorMetadata? Read(string path)
    {
        var (_, summary) = OnnxGuard.Read(path);
        return GeneratorMetadata.FromEntries(summary.Metadata, path);
    }
}
