using System.Diagnostics;
using System.Text.Json;

namespace LatentWalk.Trainer.Tests.Runs.TensorBoard;

/// <summary>What read_events.py, which shares no code with the writer, finds in a session's event file.</summary>
internal sealed record EventReader(
    string Version, long Start, IReadOnlyList<(long Step, string Tag, double Value)> Scalars, IReadOnlyList<(int Step, string Tag, int Width, int Height, string Kind)> Pictures)
{
    private const string Python = "/usr/bin/python3";

    public static bool HasPython => File.Exists(Python);

    /// <summary>The sessions of a run, in the order of their names.</summary>
    public static IReadOnlyList<EventReader> Read(string runFolder)
    {
        string[] files = [.. Directory.EnumerateFiles(runFolder, "*tfevents*").Order(StringComparer.Ordinal)];
        string script = Path.Combine(AppContext.BaseDirectory, "Runs", "TensorBoard", "read_events.py");
        var start = new ProcessStartInfo(Python, [script, .. files]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors.Result);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Parse)];
    }

    public IEnumerable<long> Steps(string tag) => Scalars.Where(s => s.Tag == tag).Select(s => s.Step);

    public double Value(long step, string tag) => Scalars.Single(s => s.Step == step && s.Tag == tag).Value;

    private static EventReader Parse(string line)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        return new EventReader(
            root.GetProperty("version").GetString()!,
            root.GetProperty("start").GetInt64(),
            [.. root.GetProperty("scalars").EnumerateArray().Select(s => (s[0].GetInt64(), s[1].GetString()!, s[2].GetDouble()))],
            [.. root.GetProperty("pictures").EnumerateArray().Select(p => (p[0].GetInt32(), p[1].GetString()!, p[2].GetInt32(), p[3].GetInt32(), p[4].GetString()!))]);
    }
}
