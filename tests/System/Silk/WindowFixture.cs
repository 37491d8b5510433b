using LatentWalk.Tests.Display;

namespace LatentWalk.StandIns.Tests.Silk;

/// <summary>One virtual display for every window of these tests; GLFW stays connected to it for the life of the process.</summary>
public sealed class WindowFixture : IDisposable
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
        started.UseInThisProcess();
        return started;
    }
}
