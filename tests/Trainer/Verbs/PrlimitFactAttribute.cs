using Xunit;

namespace LatentWalk.Trainer.Tests.Verbs;

/// <summary>Runs where a process can be given little memory; skips visibly elsewhere.</summary>
internal sealed class PrlimitFactAttribute : FactAttribute
{
    public PrlimitFactAttribute()
    {
        Skip = OperatingSystem.IsLinux() && File.Exists("/usr/bin/prlimit") ? null : "Needs util-linux's prlimit.";
    }
}
