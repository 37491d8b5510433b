using Xunit;

namespace LatentWalk.Data.Tests;

/// <summary>A test that mounts a small file system.</summary>
internal sealed class RootOnLinuxFactAttribute : FactAttribute
{
    public RootOnLinuxFactAttribute()
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root")
        {
            Skip = "Mounting a small file system needs root on Linux.";
        }
    }
}
