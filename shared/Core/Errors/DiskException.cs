namespace LatentWalk.Core.Errors;

/// <summary>A file could not be written, read or made durable: full disk, permissions, a failing device.</summary>
public sealed class DiskException(string message, Exception? inner = null) : LatentWalkException(message, inner)
{
    public override ExitCode ExitCode => ExitCode.Disk;
}
