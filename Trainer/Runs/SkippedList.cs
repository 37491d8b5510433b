using LatentWalk.Core.Files;
using LatentWalk.Trainer.Data;

namespace LatentWalk.Trainer.Runs;

/// <summary>The run's skipped.txt: every file that was left out, and why.</summary>
internal static class SkippedList
{
    public const string FileName = "skipped.txt";

    public static void Write(string runFolder, IPictureSet set)
    {
        if (set.Skipped.Count > 0)
        {
            AtomicFile.WriteText(
                Path.Combine(runFolder, FileName), string.Concat(set.Skipped.Select(skipped => $"{skipped.Path}\t{skipped.Reason}\n")));
        }
    }
}
