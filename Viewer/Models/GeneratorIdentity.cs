using LatentWalk.Imaging;
using LatentWalk.Inference;

namespace LatentWalk.Viewer.Models;

/// <summary>
/// What a saved picture knows its generator by: the bytes of the file, or the checkpoint and the set of weights it was made of,
/// which stay the same when somebody exports it once more with another author or pixel format.
/// </summary>
internal sealed record GeneratorIdentity(string Sha256, string? Checkpoint = null, string? Weights = null)
{
    public static GeneratorIdentity Of(GeneratorInfo info) => new(info.Sha256, info.Checkpoint, info.Metadata?.Weights);

    /// <summary>Whether this generator made a picture.</summary>
    public bool Made(PictureLatent picture) =>
        Same(Sha256, picture.Model) || (Same(Checkpoint, picture.Checkpoint) && Weights == picture.Weights);

    private static bool Same(string? a, string? b) => a is not null && string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
