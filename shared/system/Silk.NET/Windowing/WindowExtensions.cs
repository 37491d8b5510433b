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
}
