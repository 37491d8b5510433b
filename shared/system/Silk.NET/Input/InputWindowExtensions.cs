using Silk.NET.GLFW;
using Silk.NET.Windowing;

namespace Silk.NET.Input;

public static class InputWindowExtensions
{
    /// <summary>To be called in or after Load.</summary>
    public static IInputContext CreateInput(this IView view)
    {
        if (view is not GlfwWindow { IsInitialized: true } window)
        {
            throw new NotSupportedException("Couldn't find a suitable input platform for this view, or it is not initialized.");
        }

        return new GlfwInputContext(window);
    }
}
