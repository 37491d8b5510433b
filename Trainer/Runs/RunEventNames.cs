using LatentWalk.Trainer.Verdicts;

namespace LatentWalk.Trainer.Runs;

/// <summary>The kinds of events, as they stand in events.jsonl.</summary>
internal static class RunEventNames
{
    private const string WarningPrefix = "warning:";

    /// <summary>Back to a checkpoint because of a number that is not finite; the step is the checkpoint's.</summary>
    public const string Rollback = "rollback";

    /// <summary>A knob was turned because of what a detector saw.</summary>
    public const string Balance = "balance";

    /// <summary>There was not enough memory for as many pictures at once.</summary>
    public const string Memory = "memory";

    /// <summary>The run has stopped because it gets no better.</summary>
    public const string Plateau = "plateau";

    /// <summary>The disk has little room, and what was done about it.</summary>
    public const string Disk = "disk";

    /// <summary>Not a finite number once more than <c>guards.rollbacks</c> allows; the run ends.</summary>
    public const string Diverged = "diverged";

    /// <summary>A detector saw something that a person should know of: "warning:collapsed" and the like.</summary>
    public static string Warning(FindingKind kind) => WarningPrefix + System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());

    /// <summary>Whether a detector said it.</summary>
    public static bool IsWarning(string name) => name.StartsWith(WarningPrefix, StringComparison.Ordinal);

    /// <summary>Whether an event goes with a change in config.json, which is never forgotten.</summary>
    public static bool IsChange(string name) => name is Rollback or Balance or Memory;
}
