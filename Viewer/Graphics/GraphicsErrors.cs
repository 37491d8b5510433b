using LatentWalk.Core.Errors;
using Silk.NET.OpenGL;

namespace LatentWalk.Viewer.Graphics;

/// <summary>OpenGL's error flag as an exception. Reading it may wait for the driver: at set-up, never per frame.</summary>
internal static class GraphicsErrors
{
    internal static void ThrowIfAny(GL gl, string action)
    {
        GLEnum error = gl.GetError();
        if (error == GLEnum.NoError)
        {
            return;
        }

        throw error == GLEnum.OutOfMemory
            ? new DeviceException($"The GPU ran out of memory while {action}; close other programs that draw, or make the window smaller.")
            : new DeviceException($"OpenGL reported {error} while {action} on '{gl.GetStringS(StringName.Renderer)}'; update the graphics driver, or run with --headless.");
    }
}
