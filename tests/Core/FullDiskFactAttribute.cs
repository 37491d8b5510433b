namespace LatentWalk.Core.Tests;

/// <summary>Runs where a small file system can be mounted, that is as root on Linux; skips visibly elsewhere.</summary>
internal sealed class FullDiskFactAttribute : FactAttribute
{
    public FullDiskFactAttribute()
    {
        Skip = OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && CanMount() ? null : "Needs root on Linux to mount a small file system.";
    }

    private static bool CanMount()
    {
        using var folder = new TemporaryFolder();
        if (SmallDisk.Run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder.Path) != 0)
        {
            return false;
        }

        return SmallDisk.Run("umount", folder.Path) == 0;
    }
}
