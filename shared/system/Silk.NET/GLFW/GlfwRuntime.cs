using System.Reflection;
using System.Runtime.InteropServices;

namespace Silk.NET.GLFW;

/// <summary>Loads the system's GLFW once and starts it; it stays up for the life of the process.</summary>
internal static unsafe class GlfwRuntime
{
    private static readonly Lock Gate = new();
    private static bool resolverSet;
    private static bool running;

    /// <summary>Throws PlatformNotSupportedException when GLFW is not installed or finds no display; may be called again later.</summary>
    internal static void Require()
    {
        lock (Gate)
        {
            if (running)
            {
                return;
            }

            if (!resolverSet)
            {
                NativeLibrary.SetDllImportResolver(typeof(GlfwRuntime).Assembly, Resolve);
                resolverSet = true;
            }

            try
            {
                // GLFW would otherwise leave the working folder of a bundled application on macOS.
                GlfwNative.glfwInitHint(0x00051001, 0);
                running = GlfwNative.glfwInit() != 0;
            }
            catch (DllNotFoundException missing)
            {
                throw Unsupported("the library GLFW 3 (libglfw.so.3) is not installed", missing);
            }

            if (!running)
            {
                throw Unsupported(LastError() ?? "GLFW did not start", null);
            }
        }
    }

    /// <summary>Takes GLFW's last error on this thread, or null when there was none.</summary>
    internal static string? LastError()
    {
        byte* description = null;
        int code = GlfwNative.glfwGetError(&description);
        return code == 0 ? null : Marshal.PtrToStringUTF8((nint)description) ?? $"GLFW error 0x{code:X}";
    }

    private static PlatformNotSupportedException Unsupported(string reason, Exception? inner) =>
        new($"Couldn't find a suitable window platform: {reason}.", inner);

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path)
    {
        if (name != "glfw")
        {
            return 0;
        }

        foreach (string candidate in (ReadOnlySpan<string>)["libglfw.so.3", "glfw3", "libglfw.3.dylib"])
        {
            if (NativeLibrary.TryLoad(candidate, assembly, path, out nint handle))
            {
                return handle;
            }
        }

        return 0;
    }
}
