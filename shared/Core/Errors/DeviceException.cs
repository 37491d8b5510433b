namespace LatentWalk.Core.Errors;

/// <summary>A GPU, a display or memory is missing or gave out.</summary>
public sealed class DeviceException(string message, Exception? inner = null) : LatentWalkException(message, inner)
{
    public override ExitCode ExitCode => ExitCode.Device;
}
