namespace LatentWalk.Core.Errors;

/// <summary>A picture, a folder of pictures or a data set cannot be used.</summary>
public sealed class BadDataException(string message, Exception? inner = null) : LatentWalkException(message, inner)
{
    public override ExitCode ExitCode => ExitCode.BadData;
}
