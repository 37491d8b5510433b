using Silk.NET.GLFW;

namespace Silk.NET.Windowing;

public static class Window
{
    /// <summary>Nothing native is made before <see cref="IView.Initialize"/>, but a system without a usable display is refused here.</summary>
    public static IWindow Create(WindowOptions options)
    {
        GlfwRuntime.Require();
        return new GlfwWindow(options);
    }
}
