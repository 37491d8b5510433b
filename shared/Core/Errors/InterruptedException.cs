namespace LatentWalk.Core.Errors;

/// <summary>The work stopped because the user or the system asked for it; whatever had to be kept is on disk.</summary>
public sealed class InterruptedException(ExitCode exitCode, string message) : LatentWalkException(message)
{
    /// <summary><see cref="ExitCode.Interrupted"/> or <see cref="ExitCode.Terminated"/>.</summary>
    public override ExitCode ExitCode { get; } = exitCode;
}
