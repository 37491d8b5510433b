using System.Diagnostics;
using System.Runtime.InteropServices;

namespace LatentWalk.Tests.Display;

/// <summary>An X server of its own without a screen (Xvfb), and real key, mouse and window events on it (xdotool).</summary>
public sealed partial class VirtualDisplay : IDisposable
{
    private readonly Process server;

    public VirtualDisplay(int width = 1280, int height = 1024)
    {
        // The server picks a free display number and tells it on the given file descriptor once it is ready.
        server = Process.Start(new ProcessStartInfo(
            "Xvfb", ["-displayfd", "1", "-screen", "0", $"{width}x{height}x24", "-nolisten", "tcp", "-noreset"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        }) ?? throw new InvalidOperationException("Xvfb did not start.");
        server.ErrorDataReceived += static (_, _) => { };
        server.BeginErrorReadLine();
        string number = server.StandardOutput.ReadLine() ?? throw new InvalidOperationException("Xvfb named no display.");
        Name = ":" + number.Trim();
    }

    /// <summary>What DISPLAY must be, such as ":1".</summary>
    public string Name { get; }

    /// <summary>Makes this the display of windows that this process opens from now on.</summary>
    public void UseInThisProcess()
    {
        // GLFW reads the C library's environment, which .NET's own does not change.
        _ = setenv("DISPLAY", Name, 1);
        _ = unsetenv("WAYLAND_DISPLAY");
    }

    /// <summary>Runs xdotool to its end and returns what it printed.</summary>
    public string Xdotool(params string[] arguments)
    {
        var start = new ProcessStartInfo("xdotool", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DISPLAY"] = Name;
        using Process process = Process.Start(start) ?? throw new InvalidOperationException("xdotool did not start.");
        string printed = process.StandardOutput.ReadToEnd();
        string complaint = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? printed.Trim()
            : throw new InvalidOperationException($"xdotool {string.Join(' ', arguments)} failed: {complaint.Trim()}");
    }

    /// <summary>The X window on screen whose title is exactly <paramref name="title"/>, or 0.</summary>
    public nuint FindWindow(string title)
    {
        try
        {
            string[] found = Xdotool("search", "--onlyvisible", "--name", $"^{title}$").Split('\n', StringSplitOptions.RemoveEmptyEntries);
            return found.Length == 0 ? 0 : nuint.Parse(found[^1]);
        }
        catch (InvalidOperationException)
        {
            return 0;
        }
    }

    public void Dispose()
    {
        server.Kill();
        server.WaitForExit();
        server.Dispose();
    }

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int setenv(string name, string value, int overwrite);

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int unsetenv(string name);
}
