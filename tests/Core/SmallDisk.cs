using System.Diagnostics;

namespace LatentWalk.Core.Tests;

/// <summary>A file system in memory with little room.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    internal SmallDisk(int kilobytes)
    {
        Assert.Equal(0, Run("mount", "-t", "tmpfs", "-o", $"size={kilobytes}k", "tmpfs", _folder.Path));
    }

    internal string Path => _folder.Path;

    public void Dispose()
    {
        Run("umount", _folder.Path);
        _folder.Dispose();
    }

    internal static int Run(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode;
    }
}
