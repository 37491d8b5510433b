using System.Diagnostics;

namespace LatentWalk.Viewer.Tests.App;

/// <summary>A folder on a file system in memory that can be filled to the last byte; null where none can be mounted (it takes root on Linux).</summary>
internal sealed class FullDisk : IDisposable
{
    private const string Filler = "filler.bin";

    private readonly string folder;

    private FullDisk(string folder) => this.folder = folder;

    public static FullDisk? TryMount(string folder)
    {
        Directory.CreateDirectory(folder);
        return OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess
            && Run("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", folder)
                ? new FullDisk(folder)
                : null;
    }

    public void Fill()
    {
        try
        {
            using FileStream filler = new(Path.Combine(folder, Filler), FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
            byte[] block = new byte[4096];
            while (true)
            {
                filler.Write(block);
            }
        }
        catch (IOException)
        {
            // It is full.
        }
    }

    public void Empty() => File.Delete(Path.Combine(folder, Filler));

    public void Dispose() => Run("umount", folder);

    private static bool Run(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
