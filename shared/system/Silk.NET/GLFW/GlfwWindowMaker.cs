using Silk.NET.Windowing;
using static Silk.NET.GLFW.GlfwConstant;

namespace Silk.NET.GLFW;

/// <summary>Window options → GLFW hints → a window handle.</summary>
internal static class GlfwWindowMaker
{
    internal static nint Make(in WindowOptions options)
    {
        GlfwRuntime.Require();
        GlfwNative.glfwDefaultWindowHints();
        Hint(Visible, options.IsVisible);
        Hint(Resizable, options.WindowBorder == WindowBorder.Resizable);
        Hint(Decorated, options.WindowBorder != WindowBorder.Hidden);
        Hint(Maximized, options.WindowState == WindowState.Maximized);

        // Neither asked for: 24 and 8, as the package does; -1 is GLFW's "don't care".
        bool neither = options.PreferredDepthBufferBits is null && options.PreferredStencilBufferBits is null;
        GlfwNative.glfwWindowHint(DepthBits, options.PreferredDepthBufferBits ?? (neither ? 24 : -1));
        GlfwNative.glfwWindowHint(StencilBits, options.PreferredStencilBufferBits ?? (neither ? 8 : -1));
        HintContext(options.API);

        nint window = GlfwNative.glfwCreateWindow(options.Size.X, options.Size.Y, options.Title, 0, 0);
        return window != 0 ? window : throw new GlfwException(GlfwRuntime.LastError() ?? "GLFW made no window");
    }

    private static void HintContext(GraphicsAPI api)
    {
        GlfwNative.glfwWindowHint(ClientApi, api.API switch
        {
            ContextAPI.OpenGL => OpenGLApi,
            ContextAPI.OpenGLES => OpenGLEsApi,
            _ => NoApi,
        });
        GlfwNative.glfwWindowHint(ContextVersionMajor, api.Version.MajorVersion);
        GlfwNative.glfwWindowHint(ContextVersionMinor, api.Version.MinorVersion);
        if (api.API != ContextAPI.OpenGL)
        {
            return;
        }

        GlfwNative.glfwWindowHint(OpenGLProfile, api.Profile == ContextProfile.Core ? OpenGLCoreProfile : OpenGLCompatibilityProfile);
        Hint(OpenGLForwardCompatible, api.Flags.HasFlag(ContextFlags.ForwardCompatible));
        Hint(OpenGLDebugContext, api.Flags.HasFlag(ContextFlags.Debug));
    }

    private static void Hint(int hint, bool value) => GlfwNative.glfwWindowHint(hint, value ? 1 : 0);
}
