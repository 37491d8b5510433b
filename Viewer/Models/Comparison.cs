using LatentWalk.Core.Errors;
using LatentWalk.Inference;

namespace LatentWalk.Viewer.Models;

/// <summary>The generator to hold against the one that is walked in.</summary>
internal static class Comparison
{
    /// <summary>Opening one takes up to half a second.</summary>
    private const int MostTried = 4;

    /// <summary>
    /// What to compare with when nobody says: the checkpoint before this one of the same run, else the newest other model that takes
    /// the same latents; null where there is none. Opened.
    /// </summary>
    public static GeneratorSource? OpenDefault(GeneratorSource source, ModelFolders folders, ProviderChoice provider) =>
        Candidates(source, folders).Select(path => TryOpen(path, source, provider)).FirstOrDefault(other => other is not null);

    private static IEnumerable<string> Candidates(GeneratorSource source, ModelFolders folders)
    {
        string own = Path.GetFullPath(source.TrainingRun ?? source.Info.Path);
        IEnumerable<string> before = source.TrainingRun is { } run
            ? RunTimeline.List(run).Where(stop => stop.Step < source.Info.Step).Select(stop => stop.Path).Reverse()
            : [];
        return before.Concat(folders.All().Where(path => Path.GetFullPath(path) != own)).Take(MostTried);
    }

    private static GeneratorSource? TryOpen(string path, GeneratorSource beside, ProviderChoice provider)
    {
        try
        {
            GeneratorSource other = GeneratorSource.Open(path, provider, null);
            if (other.ZDim == beside.ZDim)
            {
                return other;
            }

            other.Dispose();
        }
        catch (LatentWalkException)
        {
            // Nobody asked for this one by name.
        }

        return null;
    }
}
