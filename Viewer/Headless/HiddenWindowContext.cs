using System.Diagnostics.CodeAnalysis;
using Silk.NET.GLFW;
using Silk.NET.Maths;
using Silk.NET.OpenGL;
using Silk.NET.Windowing;

namespace LatentWalk.Viewer.Headless;

/// <summary>The context of a window that is never shown; for systems without EGL. Main thread only.</summary>
internal sealed class HiddenWindowContext : IHeadlessContext
{
    private readonly IWindow window;

    private HiddenWindowContext(IWindow window)
    {
        this.window = window;
        Gl = window.CreateOpenGL();
    }

    public GL Gl { get; }

    public string Kind => "hidden window";

    internal static bool TryOpen([NotNullWhen(true)] out HiddenWindowContext? opened, out string reason)
    {
        opened = null;
        reason = "";
        try
        {
            IWindow window = Window.Create(WindowOptions.Default with
            {
                IsVisible = false,
                Size = new Vector2D<int>(64, 64),
                Title = "Latent Walk",
                VSync = false,
                PreferredDepthBufferBits = 0,
                PreferredStencilBufferBits = 0,
            });
            window.Initialize();
            opened = new HiddenWindowContext(window);
            return true;
        }
        catch (Exception refused) when (refused is PlatformNotSupportedException or GlfwException)
        {
            reason = $"hidden window: {refused.Message.TrimEnd('.')}";
            return false;
        }
    }

    public void Dispose()
    {
        Gl.Dispose();
        window.Dispose();
    }
}
