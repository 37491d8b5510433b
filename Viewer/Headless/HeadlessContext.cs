using LatentWalk.Core.Errors;

namespace LatentWalk.Viewer.Headless;

/// <summary>Opens an OpenGL 3.3 core context for drawing off screen.</summary>
internal static class HeadlessContext
{
    /// <summary>Linux: EGL, then a hidden window; elsewhere a hidden window. The context is current on the calling thread, which must dispose of it.</summary>
    internal static IHeadlessContext Open()
    {
        List<string> reasons = [];
        if (OperatingSystem.IsLinux())
        {
            if (EglContext.TryOpen(out EglContext? egl, out string reason))
            {
                return egl;
            }

            reasons.Add(reason);
        }

        if (HiddenWindowContext.TryOpen(out HiddenWindowContext? window, out string windowReason))
        {
            return window;
        }

        reasons.Add(windowReason);
        throw new DeviceException(
            $"No OpenGL 3.3 context can be had on this machine: {string.Join("; ", reasons)}. {NextStep()}");
    }

    private static string NextStep() => OperatingSystem.IsLinux()
        ? "Install Mesa's software renderer (Debian: apt-get install libegl1 libgl1-mesa-dri), or use 'lw render', which needs no OpenGL."
        : "Install the graphics vendor's driver, or use 'lw render', which needs no OpenGL.";
}
