namespace LatentWalk.EndToEnd.Tests;

/// <summary>A fact that needs a small file system of its own; skipped where none can be mounted.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FullDiskFactAttribute : FactAttribute
{
    public FullDiskFactAttribute()
    {
        try
        {
            new FullDisk(1).Dispose();
        }
        catch (Exception e) when (e is Xunit.Sdk.XunitException or System.ComponentModel.Win32Exception)
        {
            Skip = "needs the right to mount a small tmpfs (root on Linux)";
        }
    }
}
