using LatentWalk.Imaging;

namespace LatentWalk.Viewer.Models;

/// <summary>
/// What a saved picture knows its generator by: the bytes of the file, or the checkpoint and the set of weights it was made of,
/// which stay the same when somebody exports it once more with another author or pixel format.
/// </summary>
internal sealed record GeneratorIdentity(string Sha256, string? Checkpoint = null, string? Weights = null)
{
    /// <summary>The run it is of, which may lie anywhere: its other checkpoints are looked for there, too.</summary>
    public string? Run { get; init; }

    public static GeneratorIdentity Of(GeneratorSource source) =>
        new(source.Info.Sha256, source.Info.Checkpoint, source.Info.Metadata?.Weights) { Run = source.TrainingRun };

    /// <summary>Whether this generator made a picture.</summary>
    public bool Made(PictureLatent picture) =>
        Same(Sha256, picture.Model) || (Same(Checkpoint, picture.Checkpoint) && Weights == picture.Weights);

    private static bool Same(string? a, string? b) => a is not null && string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
