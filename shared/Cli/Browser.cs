using System.ComponentModel;
using System.Diagnostics;

namespace LatentWalk.Cli;

/// <summary>Shows a page of ours to the person at this machine.</summary>
public static class Browser
{
    /// <param name="path">An HTML file.</param>
    /// <returns>False where there is no browser or no screen; the caller says where the page is.</returns>
    public static bool Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (OperatingSystem.IsLinux() && Environment.GetEnvironmentVariable("DISPLAY") is null or "" && Environment.GetEnvironmentVariable("WAYLAND_DISPLAY") is null or "")
        {
            return false;
        }

        try
        {
            using Process? opener = Process.Start(Opening(Path.GetFullPath(path)));
            return true;
        }
        catch (Exception error) when (error is Win32Exception or InvalidOperationException or FileNotFoundException)
        {
            return false;
        }
    }

    private static ProcessStartInfo Opening(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return new ProcessStartInfo(path) { UseShellExecute = true };
        }

        // What it prints is not ours to show.
        ProcessStartInfo start = new(OperatingSystem.IsMacOS() ? "open" : "xdg-open") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add(path);
        return start;
    }
}
