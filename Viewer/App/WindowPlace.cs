using Silk.NET.Maths;
using Silk.NET.Windowing;
using Monitor = Silk.NET.Windowing.Monitor;

namespace LatentWalk.Viewer.App;

/// <summary>
/// Full screen and back. The window system's own full screen is used where it is on the main monitor; on any other the window
/// loses its border and takes the monitor's place, which every system can do.
/// </summary>
internal sealed class WindowPlace(IWindow window)
{
    private bool full;
    private bool borderless;
    private Vector2D<int> position;
    private Vector2D<int> size;

    /// <param name="wanted">Whether the window should fill a screen now.</param>
    /// <param name="number">The monitor, counted from 1; 0 for the one that the window is on.</param>
    public void Follow(bool wanted, int number)
    {
        if (wanted == full)
        {
            return;
        }

        full = wanted;
        if (wanted)
        {
            Fill(number);
        }
        else
        {
            Leave();
        }
    }

    /// <summary>The monitor of a number, or the one under a point, or the first.</summary>
    /// <param name="screens">In the order of their numbers.</param>
    internal static int Choose(IReadOnlyList<Rectangle<int>> screens, int number, Vector2D<int> centre)
    {
        if (number >= 1 && number <= screens.Count)
        {
            return number - 1;
        }

        for (int screen = 0; screen < screens.Count; screen++)
        {
            Rectangle<int> bounds = screens[screen];
            bool across = centre.X >= bounds.Origin.X && centre.X < bounds.Origin.X + bounds.Size.X;
            bool down = centre.Y >= bounds.Origin.Y && centre.Y < bounds.Origin.Y + bounds.Size.Y;
            if (across && down)
            {
                return screen;
            }
        }

        return 0;
    }

    private void Fill(int number)
    {
        (position, size) = (window.Position, window.Size);
        IMonitor[] monitors = [.. Monitor.GetMonitors(window)];
        Vector2D<int> centre = new(position.X + size.X / 2, position.Y + size.Y / 2);
        int chosen = monitors.Length == 0 ? 0 : Choose([.. monitors.Select(monitor => monitor.Bounds)], number, centre);
        borderless = monitors.Length > 1 && monitors[chosen].Index != Monitor.GetMainMonitor(window).Index;
        if (!borderless)
        {
            window.WindowState = WindowState.Fullscreen;
            return;
        }

        window.WindowBorder = WindowBorder.Hidden;
        window.Position = monitors[chosen].Bounds.Origin;
        window.Size = monitors[chosen].Bounds.Size;
    }

    private void Leave()
    {
        if (!borderless)
        {
            window.WindowState = WindowState.Normal;
            return;
        }

        window.WindowBorder = WindowBorder.Resizable;
        window.Position = position;
        window.Size = size;
    }
}
