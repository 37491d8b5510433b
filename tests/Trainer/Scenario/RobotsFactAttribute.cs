using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace LatentWalk.Trainer.Tests.Scenario;

/// <summary>A test that draws robots: needs node, the packages beside <c>tests/data</c> and ImageMagick; skipped where one is missing.</summary>
internal sealed class RobotsFactAttribute : FactAttribute
{
    public RobotsFactAttribute()
    {
        Skip = !Directory.Exists(Path.Combine(Data, "node_modules", "@resvg")) ? "the packages of tests/data are not installed; ./lw test does it, or tests/data/install.sh"
            : !Runs("node", "--version") ? "node is not installed"
            : !Runs("mogrify", "-version") ? "ImageMagick is not installed"
            : null;
    }

    /// <summary>The folder tests/data.</summary>
    public static string Data { get; } = Path.GetFullPath(Path.Combine(Here(), "../../data"));

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    private static bool Runs(string program, string argument)
    {
        try
        {
            using Process? process = Process.Start(new ProcessStartInfo(program, argument) { RedirectStandardOutput = true, RedirectStandardError = true });
            process!.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
