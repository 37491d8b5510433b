using System.Runtime.InteropServices;
using Silk.NET.Maths;
using Silk.NET.Windowing;

namespace Silk.NET.GLFW;

/// <summary>The primary monitor.</summary>
internal sealed unsafe class GlfwMonitor(nint handle) : IMonitor
{
    internal nint Handle => handle;

    public string Name => Marshal.PtrToStringUTF8((nint)GlfwNative.glfwGetMonitorName(handle)) ?? "";

    public int Index => 0;

    public Rectangle<int> Bounds
    {
        get
        {
            GlfwNative.glfwGetMonitorPos(handle, out int x, out int y);
            GlfwVideoMode* mode = GlfwNative.glfwGetVideoMode(handle);
            return new Rectangle<int>(new Vector2D<int>(x, y), new Vector2D<int>(mode->Width, mode->Height));
        }
    }

    public VideoMode VideoMode
    {
        get
        {
            GlfwVideoMode* mode = GlfwNative.glfwGetVideoMode(handle);
            return new VideoMode(new Vector2D<int>(mode->Width, mode->Height), mode->RefreshRate);
        }
    }
}
