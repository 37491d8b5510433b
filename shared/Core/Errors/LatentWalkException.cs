namespace LatentWalk.Core.Errors;

/// <summary>
/// Something a user can cause and can put right. The message is one sentence or two: what was found, where, what was
/// expected and the next step. Caught in one place, the command-line host, and turned into <see cref="ExitCode"/>.
/// </summary>
public abstract class LatentWalkException(string message, Exception? inner = null) : Exception(message, inner)
{
    public abstract ExitCode ExitCode { get; }
}
