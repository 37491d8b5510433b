using LatentWalk.Inference;

namespace LatentWalk.Viewer.Doctor;

/// <summary>A report as the lines of a table.</summary>
internal static class ReportLines
{
    private const double Gigabyte = 1e9;

    public static IEnumerable<(string Name, string Value)> Of(MachineReport report)
    {
        yield return ("Program", $"{report.Version} on {report.Runtime}");
        yield return ("System", $"{report.System}, {report.Cores} cores, {report.MemoryBytes / Gigabyte:0.0} GB memory");
        yield return ("Library profile", report.Libraries);
        yield return ("Display", report.Display ?? "none; lw view --headless draws into files");
        yield return ("OpenGL", report.Gl is { } gl ? $"{gl.Renderer} ({gl.Vendor}), {gl.Version}, by {gl.Kind}" : report.GlProblem ?? "none");
        foreach (ProviderAttempt attempt in report.Providers)
        {
            yield return ($"Provider {attempt.Name}", $"{(attempt.Accepted ? "yes" : "no")}: {attempt.Reason}");
        }

        foreach (DiskFacts disk in report.Disks)
        {
            yield return ($"Disk, {disk.Use}", $"{disk.FreeBytes / Gigabyte:0.0} GB free at {disk.Path}");
        }

        yield return ("Generator", report.Generator ?? "none under runs/ or in models/; ./lw demo makes one in minutes");
    }
}
