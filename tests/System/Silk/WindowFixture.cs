using System.Runtime.InteropServices;
using LatentWalk.Tests.Display;

namespace LatentWalk.StandIns.Tests.Silk;

/// <summary>One virtual display for every window of these tests; GLFW stays connected to it for the life of the process.</summary>
public sealed partial class WindowFixture : IDisposable
{
    private readonly Lazy<VirtualDisplay> display = new(Start);

    public VirtualDisplay Display => display.Value;

    public void Dispose()
    {
        if (display.IsValueCreated)
        {
            display.Value.Dispose();
        }
    }

    private static VirtualDisplay Start()
    {
        var started = new VirtualDisplay();

        // GLFW reads the C library's environment, which .NET's own does not change.
        _ = setenv("DISPLAY", started.Name, 1);
        _ = unsetenv("WAYLAND_DISPLAY");
        return started;
    }

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int setenv(string name, string value, int overwrite);

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int unsetenv(string name);
}
