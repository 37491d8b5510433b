namespace LatentWalk.Core.Tests;

/// <summary>Runs where the test has the file system and the tools of Linux; skips visibly elsewhere.</summary>
internal sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute()
    {
        Skip = OperatingSystem.IsLinux() ? null : "Needs Linux: /dev/full and file descriptors.";
    }
}
