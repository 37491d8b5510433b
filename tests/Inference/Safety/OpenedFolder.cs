using System.Diagnostics;
using System.Globalization;
using System.Text;
using LatentWalk.Core.Errors;

namespace LatentWalk.Inference.Tests.Safety;

/// <summary>What became of every file of a folder when it was opened as a generator, and what that took.</summary>
internal static class OpenedFolder
{
    private const string Native = "onnxruntime.so";

    /// <summary>A tab-separated line a file (name, verdict, seconds), then one with what the process had taken by its end.</summary>
    public static string Open(string folder)
    {
        // The first refusal also compiles the code; that is not the file's cost.
        Verdict(Path.Combine(folder, "nothing"));
        var report = new StringBuilder();
        foreach (string path in Directory.EnumerateFiles(folder, "*.onnx").Order(StringComparer.Ordinal))
        {
            var (verdict, seconds) = Timed(path);
            report.Append(CultureInfo.InvariantCulture, $"{Path.GetFileName(path)}\t{verdict}\t{seconds:f4}\n");
        }

        bool loaded = File.ReadLines("/proc/self/maps").Any(line => line.EndsWith(Native, StringComparison.Ordinal));
        string peak = File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM", StringComparison.Ordinal)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1];
        return report.Append(CultureInfo.InvariantCulture, $"runtime\t{(loaded ? "loaded" : "absent")}\t{peak}\n").ToString();
    }

    // The fastest of a few where it was slow: whatever else the machine does only adds time.
    private static (string Verdict, double Seconds) Timed(string path)
    {
        double fastest = double.MaxValue;
        string verdict = "";
        for (int i = 0; i < 4 && fastest > 0.5; i++)
        {
            long start = Stopwatch.GetTimestamp();
            verdict = Verdict(path);
            fastest = Math.Min(fastest, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return (verdict, fastest);
    }

    private static string Verdict(string path)
    {
        try
        {
            using var session = Sessions.Open(path);
            return "opened";
        }
        catch (BadModelException error)
        {
            return "refused: " + error.Message.ReplaceLineEndings(" ").Replace('\t', ' ');
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return "crashed: " + error.GetType().Name;
        }
    }
}
