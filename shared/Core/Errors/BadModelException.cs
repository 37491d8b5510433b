namespace LatentWalk.Core.Errors;

/// <summary>A checkpoint or a generator file is damaged, foreign or of the wrong kind.</summary>
public sealed class BadModelException(string message, Exception? inner = null) : LatentWalkException(message, inner)
{
    public override ExitCode ExitCode => ExitCode.BadModel;
}
