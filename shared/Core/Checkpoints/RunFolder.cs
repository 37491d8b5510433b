using System.Globalization;

namespace LatentWalk.Core.Checkpoints;

/// <summary>Names in a run folder, spelled once.</summary>
public static class RunFolder
{
    public const string ConfigName = "config.json";
    public const string LogName = "log.jsonl";
    public const string EventsName = "events.jsonl";
    public const string ReportName = "report.html";

    /// <summary>Small sheets, many of them, for the film.</summary>
    public const string EvolutionName = "evolution";

    /// <summary>The film of the fixed latents as they become pictures; with another ending it is an MP4.</summary>
    public const string EvolutionFilmName = "evolution.webp";
    public const string SamplesName = "samples";
    public const string CheckpointsName = "checkpoints";
    public const string HistoryName = "history";

    /// <summary>Pictures of one random latent each.</summary>
    public const string RandomName = "random";

    /// <summary>The film of them.</summary>
    public const string RandomFilmName = "random.webp";

    /// <summary>Where runs are when no other place is named.</summary>
    public const string DefaultParent = "runs";

    public static string ConfigPath(string run) => Path.Combine(run, ConfigName);

    public static string LogPath(string run) => Path.Combine(run, LogName);

    public static string EventsPath(string run) => Path.Combine(run, EventsName);

    public static string EvolutionPath(string run) => Path.Combine(run, EvolutionName);

    public static string ReportPath(string run) => Path.Combine(run, ReportName);

    public static string SamplesPath(string run) => Path.Combine(run, SamplesName);

    public static string CheckpointsPath(string run) => Path.Combine(run, CheckpointsName);

    public static string HistoryPath(string run) => Path.Combine(run, HistoryName);

    /// <summary>"samples/step-000200.png" in the run.</summary>
    public static string SampleSheetPath(string run, long step) =>
        Path.Combine(run, SamplesName, string.Create(CultureInfo.InvariantCulture, $"step-{step:D6}.png"));

    /// <summary>Whether a folder looks like a run: it has a configuration or committed checkpoints.</summary>
    public static bool IsRun(string folder) =>
        File.Exists(ConfigPath(folder)) || File.Exists(Path.Combine(CheckpointsPath(folder), CheckpointNames.Manifest));

    /// <summary>The run in a folder of runs that committed a checkpoint last; null when none has.</summary>
    public static string? Newest(string runsFolder)
    {
        if (!Directory.Exists(runsFolder))
        {
            return null;
        }

        return Directory.EnumerateDirectories(runsFolder)
            .Select(run => (Run: run, Manifest: Path.Combine(CheckpointsPath(run), CheckpointNames.Manifest)))
            .Where(r => File.Exists(r.Manifest))
            .OrderByDescending(r => File.GetLastWriteTimeUtc(r.Manifest))
            .ThenBy(r => r.Run, StringComparer.Ordinal)
            .Select(r => r.Run)
            .FirstOrDefault();
    }
}
