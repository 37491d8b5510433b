using System.Runtime.InteropServices;
using Silk.NET.Maths;
using Silk.NET.Windowing;

namespace Silk.NET.GLFW;

/// <summary>One monitor; the primary one has index 0.</summary>
internal sealed unsafe class GlfwMonitor(nint handle, int index = 0) : IMonitor
{
    internal nint Handle => handle;

    public string Name => Marshal.PtrToStringUTF8((nint)GlfwNative.glfwGetMonitorName(handle)) ?? "";

    public int Index => index;

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
