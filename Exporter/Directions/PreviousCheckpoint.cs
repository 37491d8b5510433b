using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Latents;
using LatentWalk.Core.Onnx;

namespace LatentWalk.Exporter.Directions;

/// <summary>The axes that the checkpoint before would have had: where no file was written yet, they turn the new ones.</summary>
internal static class PreviousCheckpoint
{
    /// <returns>By the first layer of the newest whole checkpoint of the same run and network before this one; empty where there is none.</returns>
    public static IReadOnlyList<Direction> Directions(CheckpointRef checkpoint, WeightSet? weights)
    {
        if (CommittedCheckpoints.RunOf(checkpoint.Path) is not { } run)
        {
            return [];
        }

        foreach (var earlier in CommittedCheckpoints.Of(run).Where(other => other.Step < checkpoint.Step).OrderByDescending(other => other.Step))
        {
            try
            {
                return SefaBasis.OfCheckpoint(earlier.Path, weights);
            }
            catch (LatentWalkException)
            {
                // Damaged or gone: the one before it does as well.
            }
        }

        return [];
    }
}
