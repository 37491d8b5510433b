using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Errors;

namespace LatentWalk.Viewer.Models;

/// <summary>The generators in a run that may be training meanwhile: its trainer commits new checkpoints and deletes old ones.</summary>
internal static class CheckpointGenerators
{
    /// <summary>Of checkpoint files.</summary>
    public const string Ending = ".safetensors";

    /// <summary>The generator of the newest checkpoint that is whole.</summary>
    /// <exception cref="BadModelException">There is none; says why, and what was found instead.</exception>
    public static CheckpointGenerator ReadNewest(string run) =>
        Newest(run) ?? CheckpointGenerator.Read(CheckpointLocator.Resolve(run));

    private static CheckpointGenerator? Newest(string run)
    {
        foreach (CheckpointRef checkpoint in CommittedCheckpoints.Of(run))
        {
            try
            {
                return CheckpointGenerator.Read(checkpoint);
            }
            catch (LatentWalkException)
            {
                // Deleted meanwhile, or damaged: the one before it. When all are, the locator finds the words.
            }
        }

        return null;
    }
}
