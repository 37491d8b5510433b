using System.Diagnostics;
using LatentWalk.Tests.Display;

namespace LatentWalk.Viewer.Tests.App;

/// <summary>The real program in a window of a virtual display, driven by real keys and a real mouse.</summary>
internal sealed class ViewerProcess : IDisposable
{
    private readonly VirtualDisplay display;
    private readonly Process process;

    internal ViewerProcess(VirtualDisplay display, params string[] arguments)
    {
        this.display = display;
        process = Start(["view", .. arguments], display.Name);
        process.ErrorDataReceived += (_, line) => Complaints += line.Data + "\n";
        process.BeginErrorReadLine();
        try
        {
            Until(() => (Window = display.FindWindow("Latent Walk")) != 0, 60, "no window came");
        }
        catch (TimeoutException)
        {
            Dispose();
            throw;
        }
    }

    internal string Complaints { get; private set; } = "";

    internal nuint Window { get; private set; }

    /// <summary>Runs the program to its end.</summary>
    internal static (int ExitCode, string Output, string Error) RunToEnd(string? display, params string[] arguments)
    {
        using Process process = Start(arguments, display);
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }

    internal void Key(string key) => display.Xdotool("key", key);

    internal void Hold(string key, int milliseconds)
    {
        display.Xdotool("keydown", key);
        Thread.Sleep(milliseconds);
        display.Xdotool("keyup", key);
    }

    internal void Drag(int x, int y, int toX, int toY)
    {
        display.Xdotool("mousemove", "--window", $"{Window}", $"{x}", $"{y}", "mousedown", "1");
        display.Xdotool("mousemove", "--window", $"{Window}", $"{toX}", $"{toY}", "mouseup", "1");
    }

    internal void Click(int x, int y) =>
        display.Xdotool("mousemove", "--window", $"{Window}", $"{x}", $"{y}", "click", "1");

    internal void Wheel(bool up) => display.Xdotool("click", up ? "4" : "5");

    internal void Drop(string path)
    {
        using FileDropSource source = new(display.Name, Window, [path]);
        Assert.True(source.Complete(TimeSpan.FromSeconds(20), () => { }), "the window never took the file");
    }

    /// <summary>What the window shows, as the X server has it.</summary>
    internal byte[] Screenshot(string name)
    {
        string path = Path.Combine(Graphics.Artifact.Folder("Window"), name + ".png");
        ProcessStartInfo start = new("import", ["-window", $"{Window}", "-silent", "png24:" + path]);
        start.Environment["DISPLAY"] = display.Name;
        using Process import = Process.Start(start)!;
        import.WaitForExit();
        return LatentWalk.Imaging.PngFile.Read(path).Rgba;
    }

    /// <summary>Takes screenshots until two in a row are the same: nothing moves any more.</summary>
    internal byte[] StillScreenshot(string name)
    {
        byte[] before = Screenshot(name);
        byte[] after = [];
        Until(
            () =>
            {
                Thread.Sleep(400);
                after = Screenshot(name);
                bool same = after.AsSpan().SequenceEqual(before);
                before = after;
                return same;
            },
            60, "the picture never came to rest");
        return after;
    }

    internal int WaitForExit()
    {
        Assert.True(process.WaitForExit(30_000), "the program did not end");
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
            process.WaitForExit();
        }

        process.Dispose();
    }

    internal void Until(Func<bool> condition, int seconds, string otherwise)
    {
        Stopwatch clock = Stopwatch.StartNew();
        while (!condition())
        {
            if (clock.Elapsed.TotalSeconds > seconds || process.HasExited)
            {
                throw new TimeoutException($"{otherwise}; the program said: {Complaints}");
            }

            Thread.Sleep(50);
        }
    }

    private static Process Start(string[] arguments, string? display)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "LatentWalk.Viewer.dll");
        ProcessStartInfo start = new("dotnet", [program, .. arguments]) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment.Remove("WAYLAND_DISPLAY");
        start.Environment.Remove("DISPLAY");
        if (display is not null)
        {
            start.Environment["DISPLAY"] = display;
        }

        return Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
    }
}
