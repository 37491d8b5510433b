namespace LatentWalk.Core.Errors;

/// <summary>What the process returns to its caller; the same numbers in every program.</summary>
public enum ExitCode
{
    Ok = 0,
    Bug = 1,
    Usage = 2,
    BadData = 3,
    BadModel = 4,
    Disk = 5,
    Device = 6,
    Diverged = 7,
    Interrupted = 130,
    Terminated = 143,
}
