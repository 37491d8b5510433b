using Xunit;

namespace LatentWalk.Inference.Tests;

/// <summary>Runs where the test has the file system and the tools of Linux; skips visibly elsewhere.</summary>
internal sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute()
    {
        Skip = OperatingSystem.IsLinux() ? null : "Needs Linux: /proc tells what a process loaded and took.";
    }
}
