namespace LatentWalk.Core.Errors;

/// <summary>The command line or a setting asks for something that does not exist or does not fit.</summary>
public sealed class UsageException(string message, Exception? inner = null) : LatentWalkException(message, inner)
{
    public override ExitCode ExitCode => ExitCode.Usage;
}
