namespace LatentWalk.EndToEnd.Tests;

/// <summary>A file system of a few megabytes, mounted for one test.</summary>
internal sealed class FullDisk : IDisposable
{
    public FullDisk(int megabytes)
    {
        Folder = Directory.CreateTempSubdirectory("latentwalk-disk-").FullName;
        ProgramRun.Start("mount", ["-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", Folder]).Succeeded();
    }

    public string Folder { get; }

    public void Dispose()
    {
        ProgramRun.Start("umount", [Folder]).Succeeded();
        Directory.Delete(Folder);
    }
}
