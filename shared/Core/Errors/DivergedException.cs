namespace LatentWalk.Core.Errors;

/// <summary>Training produced values that are not numbers, or otherwise cannot go on.</summary>
public sealed class DivergedException(string message, Exception? inner = null) : LatentWalkException(message, inner)
{
    public override ExitCode ExitCode => ExitCode.Diverged;
}
