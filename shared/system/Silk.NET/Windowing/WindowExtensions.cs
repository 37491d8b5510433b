using Silk.NET.Core;
using Silk.NET.Maths;

namespace Silk.NET.Windowing;

public static class WindowExtensions
{
    public static void Run(this IView view)
    {
        view.Initialize();
        view.Run(() =>
        {
            view.DoEvents();
            if (!view.IsClosing)
            {
                view.DoUpdate();
            }

            if (!view.IsClosing)
            {
                view.DoRender();
            }
        });
        view.DoEvents();
        view.Reset();
    }

    public static void SwapBuffers(this IView view) => view.GLContext?.SwapBuffers();

    public static void MakeCurrent(this IView view) => view.GLContext?.MakeCurrent();

    public static void ClearContext(this IView view) => view.GLContext?.Clear();

    public static void Center(this IWindow window, IMonitor? monitor = null)
    {
        Rectangle<int> bounds = (monitor ?? window.Monitor)?.Bounds ?? default;
        window.Position = new Vector2D<int>(
            bounds.Origin.X + (bounds.Size.X - window.Size.X) / 2,
            bounds.Origin.Y + (bounds.Size.Y - window.Size.Y) / 2);
    }

    public static void SetWindowIcon(this IWindow window, ref RawImage icon) => window.SetWindowIcon([icon]);
}
