using System.Diagnostics;
using System.Text;
using LatentWalk.Tests.Display;

namespace LatentWalk.Viewer.Tests.App;

/// <summary>The real program in a real window on a virtual display of its own, its text hidden so that only pictures are compared.</summary>
internal sealed class RunningViewer : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly StringBuilder complaints = new();
    private nuint window;

    internal RunningViewer(string generator, string folder)
    {
        Display = new VirtualDisplay();
        var start = new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "LatentWalk.Viewer.dll"), "view", generator, "--out", folder, "--seed", "3", "--size", "400x400"])
        {
            RedirectStandardError = true,
        };
        start.Environment["DISPLAY"] = Display.Name;
        start.Environment.Remove("WAYLAND_DISPLAY");
        process = Process.Start(start) ?? throw new InvalidOperationException("The viewer did not start.");
        process.ErrorDataReceived += (_, line) => complaints.AppendLine(line.Data);
        process.BeginErrorReadLine();
        WaitFor("a window", () => (window = Display.FindWindow("Latent Walk")) != 0);
        Display.Xdotool("windowfocus", "--sync", window.ToString());
        Display.Xdotool("key", "h");
        WaitFor("a picture without text", () => HasPicture(Still()));
    }

    internal VirtualDisplay Display { get; }

    /// <summary>What the window shows once it has not changed for a third of a second.</summary>
    internal Screenshot Still()
    {
        Screenshot? before = null;
        Screenshot? now = null;
        WaitFor("the picture to come to rest", () =>
        {
            before = now;
            Thread.Sleep(350);
            now = Screenshot.Take(Display.Name, window);
            return before is not null && now is not null && now.DifferenceTo(before) == 0;
        });
        return now!;
    }

    internal void WaitFor(string what, Func<bool> condition)
    {
        var clock = Stopwatch.StartNew();
        while (!condition())
        {
            if (process.HasExited)
            {
                throw new InvalidOperationException($"The viewer ended with {process.ExitCode}: {complaints}");
            }

            if (clock.Elapsed > Patience)
            {
                throw new TimeoutException($"Waited {Patience.TotalSeconds} s for {what}. {complaints}");
            }

            Thread.Sleep(20);
        }
    }

    /// <summary>Drops a file on the window as a file manager would.</summary>
    internal void Drop(string path)
    {
        using var source = new FileDropSource(Display.Name, window, [path]);
        if (!source.Complete(Patience, static () => { }))
        {
            throw new TimeoutException("The window did not take the dropped file.");
        }
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
        Display.Dispose();
    }

    // Before the first picture the window is one dark colour with a few words.
    private static bool HasPicture(Screenshot shot)
    {
        HashSet<int> colours = [];
        for (int i = 0; i < shot.Rgba.Length; i += 4)
        {
            colours.Add(shot.Rgba[i] << 16 | shot.Rgba[i + 1] << 8 | shot.Rgba[i + 2]);
        }

        return colours.Count > 200;
    }
}
