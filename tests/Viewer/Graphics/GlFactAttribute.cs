using LatentWalk.Core.Errors;
using LatentWalk.Viewer.Headless;
using Xunit;

namespace LatentWalk.Viewer.Tests.Graphics;

/// <summary>A fact that needs OpenGL off screen; where none can be had it is skipped with the reason.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class GlFactAttribute : FactAttribute
{
    private static readonly Lazy<string?> Missing = new(Probe);

    public GlFactAttribute() => Skip = Missing.Value;

    private static string? Probe()
    {
        // On Windows and macOS a window can be made on the main thread only, which tests do not have.
        if (!OperatingSystem.IsLinux())
        {
            return "OpenGL without a window is tested on Linux.";
        }

        try
        {
            HeadlessContext.Open().Dispose();
            return null;
        }
        catch (DeviceException refused)
        {
            return refused.Message;
        }
    }
}
