using LatentWalk.Viewer.Models;
using LatentWalk.Walking.Recording;

namespace LatentWalk.Viewer.Capture;

/// <summary>Finds the generator that a walk was made in.</summary>
internal static class WalkGenerators
{
    /// <returns>Its path; null where it is the open one, or is to be found nowhere.</returns>
    public static string? Find(ModelFolders folders, WalkOrigin origin, GeneratorIdentity? open)
    {
        bool isOpen = open is not null && (string.Equals(open.Sha256, origin.Model, StringComparison.OrdinalIgnoreCase)
            || (origin.Checkpoint is { } made && string.Equals(open.Checkpoint, made, StringComparison.OrdinalIgnoreCase) && open.Weights == origin.Weights));
        return isOpen ? null : folders.WithSha256(origin.Model) ?? folders.OfCheckpoint(origin.Checkpoint, origin.Weights);
    }
}
