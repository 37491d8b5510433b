using System.Diagnostics;
using LatentWalk.Tests.Display;
using Silk.NET.Input;
using Silk.NET.Maths;
using Silk.NET.Windowing;

namespace LatentWalk.StandIns.Tests.Silk;

/// <summary>A real window on the virtual display that writes down, in words, every event it gets.</summary>
internal sealed class OpenWindow : IDisposable
{
    private static int made;

    internal OpenWindow(VirtualDisplay display)
    {
        Display = display;
        Title = $"standin-{Interlocked.Increment(ref made)}";
        Window = global::Silk.NET.Windowing.Window.Create(WindowOptions.Default with
        {
            Title = Title,
            Size = new Vector2D<int>(400, 300),
            Position = new Vector2D<int>(0, 0),
            VSync = false,
        });
        Window.Load += () => Log.Add("load");
        Window.Closing += () => Log.Add("closing");
        Window.Resize += size => Log.Add($"resize {size.X}x{size.Y}");
        Window.FramebufferResize += size => Log.Add($"framebuffer {size.X}x{size.Y}");
        Window.Move += position => Log.Add($"move {position.X},{position.Y}");
        Window.FocusChanged += focused => Log.Add($"focus {focused}");
        Window.StateChanged += state => Log.Add($"state {state}");
        Window.FileDrop += paths => Log.Add($"drop {string.Join(" | ", paths)}");
        Window.Initialize();
        Input = Window.CreateInput();
        Input.Keyboards[0].KeyDown += (_, key, scancode) => Log.Add($"down {key}");
        Input.Keyboards[0].KeyUp += (_, key, scancode) => Log.Add($"up {key}");
        Input.Keyboards[0].KeyChar += (_, character) => Log.Add($"char {character}");
        Input.Mice[0].MouseDown += (_, button) => Log.Add($"press {button}");
        Input.Mice[0].MouseUp += (_, button) => Log.Add($"release {button}");
        Input.Mice[0].MouseMove += (_, position) => Log.Add($"at {position.X},{position.Y}");
        Input.Mice[0].Scroll += (_, wheel) => Log.Add($"scroll {wheel.X},{wheel.Y}");
        Pump(() => display.FindWindow(Title) != 0);
        XWindow = display.FindWindow(Title);
        display.Xdotool("windowfocus", "--sync", XWindow.ToString());
        Pump(() => Log.Contains("focus True"));
    }

    internal VirtualDisplay Display { get; }

    internal IWindow Window { get; }

    internal IInputContext Input { get; }

    internal string Title { get; }

    internal nuint XWindow { get; }

    internal List<string> Log { get; } = [];

    /// <summary>Lets the window handle its events until the condition holds; false after five seconds.</summary>
    internal bool Pump(Func<bool> until)
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < TimeSpan.FromSeconds(5))
        {
            Window.DoEvents();
            if (until())
            {
                return true;
            }

            Thread.Sleep(2);
        }

        return false;
    }

    /// <summary>Waits for the event, then returns what was logged since the last call, that event being the last.</summary>
    internal IReadOnlyList<string> Until(string logged)
    {
        bool came = Pump(() => Log.Contains(logged));
        string[] events = [.. Log];
        Log.Clear();
        return came ? events : throw new TimeoutException($"'{logged}' never came, only: {string.Join("; ", events)}");
    }

    public void Dispose()
    {
        Input.Dispose();
        Window.Dispose();
    }
}
