using System.Reflection;
using System.Runtime.InteropServices;
using LatentWalk.Core.Errors;
using LatentWalk.Imaging;
using LatentWalk.Inference;
using LatentWalk.Viewer.Headless;
using LatentWalk.Viewer.Models;
using Silk.NET.OpenGL;

namespace LatentWalk.Viewer.Doctor;

/// <summary>Looks at the machine.</summary>
internal static class Machine
{
    public static MachineReport Examine(string picturesFolder)
    {
        (GlFacts? gl, string? glProblem) = ExamineGl();
        return new MachineReport
        {
            Version = Application.NameAndVersion,
            Libraries = Libraries,
            System = $"{RuntimeInformation.OSDescription} {RuntimeInformation.OSArchitecture}",
            Runtime = RuntimeInformation.FrameworkDescription,
            Cores = Environment.ProcessorCount,
            MemoryBytes = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes,
            Display = Display,
            Gl = gl,
            GlProblem = glProblem,
            Providers = ProviderProbe.All(),
            Disks = [Disk("here", Directory.GetCurrentDirectory()), Disk("saved pictures", picturesFolder)],
            Generator = ModelFolders.Default.Newest(),
        };
    }

    private static string Libraries => typeof(Machine).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(attribute => attribute.Key == "Libraries")?.Value ?? "unknown";

    /// <summary>The display that a window would open on; null without one.</summary>
    private static string? Display
    {
        get
        {
            if (!OperatingSystem.IsLinux())
            {
                return "the desktop";
            }

            return Named("WAYLAND_DISPLAY", "Wayland") ?? Named("DISPLAY", "X11");
        }
    }

    private static string? Named(string variable, string kind) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? $"{kind} {value}" : null;

    private static (GlFacts? Gl, string? Problem) ExamineGl()
    {
        try
        {
            using IHeadlessContext context = Display is not null && HiddenWindowContext.TryOpen(out HiddenWindowContext? window, out _)
                ? window
                : HeadlessContext.Open();
            return (new GlFacts(
                context.Gl.GetStringS(StringName.Vendor), context.Gl.GetStringS(StringName.Renderer),
                context.Gl.GetStringS(StringName.Version), context.Kind), null);
        }
        catch (DeviceException refused)
        {
            return (null, refused.Message);
        }
    }

    // The folder may not be there yet: the first one above it that is decides.
    private static DiskFacts Disk(string use, string folder)
    {
        string? existing = Path.GetFullPath(folder);
        while (existing is not null && !Directory.Exists(existing))
        {
            existing = Path.GetDirectoryName(existing);
        }

        try
        {
            return new DiskFacts(use, folder, existing is null ? 0 : new DriveInfo(existing).AvailableFreeSpace);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new DiskFacts(use, folder, 0);
        }
    }
}
