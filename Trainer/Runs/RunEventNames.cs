namespace LatentWalk.Trainer.Runs;

/// <summary>The kinds of events, as they stand in events.jsonl.</summary>
internal static class RunEventNames
{
    /// <summary>Back to a checkpoint because of a number that is not finite; the step is the checkpoint's.</summary>
    public const string Rollback = "rollback";

    /// <summary>The disk has little room, and what was done about it.</summary>
    public const string Disk = "disk";

    /// <summary>Not a finite number once more than <c>guards.rollbacks</c> allows; the run ends.</summary>
    public const string Diverged = "diverged";
}
