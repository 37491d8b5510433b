using Xunit;

namespace LatentWalk.Inference.Tests;

/// <summary>Runs where strace can watch the system calls of a process; skips visibly elsewhere.</summary>
internal sealed class StraceFactAttribute : FactAttribute
{
    public StraceFactAttribute()
    {
        Skip = File.Exists("/usr/bin/strace") ? null : "Needs strace (apt install strace) to watch what a process opens.";
    }
}
