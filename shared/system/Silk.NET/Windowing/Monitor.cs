using Silk.NET.GLFW;

namespace Silk.NET.Windowing;

public static unsafe class Monitor
{
    public static IEnumerable<IMonitor> GetMonitors(IView? view)
    {
        GlfwRuntime.Require();
        nint* handles = GlfwNative.glfwGetMonitors(out int count);
        IMonitor[] monitors = new IMonitor[count];
        for (int i = 0; i < count; i++)
        {
            monitors[i] = new GlfwMonitor(handles[i], i);
        }

        return monitors;
    }

    public static IMonitor GetMainMonitor(IView? view)
    {
        GlfwRuntime.Require();
        return new GlfwMonitor(GlfwNative.glfwGetPrimaryMonitor());
    }
}
