using Xunit;

namespace LatentWalk.Tests.Display;

/// <summary>A fact that needs a virtual X display and a hand on its keyboard and mouse (Xvfb, xdotool); skipped with the reason where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DisplayFactAttribute : FactAttribute
{
    private static readonly string[] Programs = ["Xvfb", "xdotool"];

    public DisplayFactAttribute() => Skip = Missing();

    private static string? Missing()
    {
        if (!OperatingSystem.IsLinux())
        {
            return "The window is tested with Xvfb, which is for Linux.";
        }

        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':');
        string[] absent = [.. Programs.Where(name => !folders.Any(folder => File.Exists(Path.Combine(folder, name))))];
        return absent.Length == 0 ? null : $"{string.Join(" and ", absent)} not found; Debian: apt-get install xvfb xdotool";
    }
}
