namespace LatentWalk.Core.Tests;

/// <summary>Runs where strace can make chosen system calls fail or kill; skips visibly elsewhere.</summary>
internal sealed class StraceFactAttribute : FactAttribute
{
    public StraceFactAttribute()
    {
        Skip = File.Exists("/usr/bin/strace") ? null : "Needs strace (apt install strace) to make system calls fail.";
    }
}
