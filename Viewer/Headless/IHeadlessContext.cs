using Silk.NET.OpenGL;

namespace LatentWalk.Viewer.Headless;

/// <summary>An OpenGL 3.3 core context without a window on screen, current on the thread that opened it. It has no framebuffer to show: draw into an OffscreenTarget.</summary>
internal interface IHeadlessContext : IDisposable
{
    GL Gl { get; }

    /// <summary>How the context was had: "EGL surfaceless", "EGL device" or "hidden window".</summary>
    string Kind { get; }
}
