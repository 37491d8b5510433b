using System.Text.Json;
using LatentWalk.Cli;
using LatentWalk.Core.Checkpoints;

namespace LatentWalk.Exporter.Card;

/// <summary>What a run's folder knows about a checkpoint's training; what it does not say is null.</summary>
internal sealed record RunRecord
{
    /// <summary>Last part of the path that the pictures were in: the rest is this machine's business.</summary>
    public string? Pictures { get; init; }

    public long? PictureCount { get; init; }

    /// <summary>"crop" or "pad".</summary>
    public string? Fit { get; init; }

    public bool Mirror { get; init; }

    public long? Batch { get; init; }

    public long? Seed { get; init; }

    public string? Device { get; init; }

    /// <summary>Of training up to the checkpoint, over all sessions.</summary>
    public double? Seconds { get; init; }

    /// <summary>The numbers of the log's last line up to the checkpoint, by their names there.</summary>
    public IReadOnlyDictionary<string, double> Log { get; init; } = new Dictionary<string, double>();

    /// <param name="checkpoint">A checkpoint file; null is the answer where it lies in no run.</param>
    /// <param name="step">Of the checkpoint.</param>
    public static RunRecord? Read(string checkpoint, long step) =>
        CommittedCheckpoints.RunOf(checkpoint) is not { } run ? null : Configured(RunFolder.ConfigPath(run), Logged(RunFolder.LogPath(run), step));

    private static RunRecord Configured(string path, RunRecord record)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(path));
            var root = json.RootElement;
            return record with
            {
                Pictures = Path.GetFileName(Path.TrimEndingDirectorySeparator((Text(root, "data", "folder") ?? "").Replace('\\', '/'))) is { Length: > 0 } name ? name : null,
                PictureCount = Number(root, "data", "pictures") is > 0 and var count ? (long)count : null,
                Fit = Text(root, "data", "fit"),
                Mirror = Find(root, "data", "mirror") is { ValueKind: JsonValueKind.True },
                Batch = (long?)Number(root, "batch"),
                Seed = (long?)Number(root, "seed"),
                Device = Text(root, "machine", "device"),
            };
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException)
        {
            Talk.Warn($"'{path}' cannot be read, so the card leaves out what it says: {error.Message}");
            return record;
        }
    }

    private static RunRecord Logged(string path, long step)
    {
        var last = new Dictionary<string, double>();
        try
        {
            foreach (string line in File.Exists(path) ? File.ReadLines(path) : [])
            {
                if (Numbers(line) is { } numbers && numbers.TryGetValue("step", out double at) && at <= step)
                {
                    last = numbers;
                }
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Talk.Warn($"'{path}' cannot be read, so the card leaves out what it says: {error.Message}");
        }

        return new RunRecord { Seconds = last.TryGetValue("seconds", out double seconds) ? seconds : null, Log = last };
    }

    // A run that was killed may have left half a line.
    private static Dictionary<string, double>? Numbers(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement.ValueKind != JsonValueKind.Object ? null : json.RootElement.EnumerateObject()
                .Where(property => property.Value.ValueKind == JsonValueKind.Number)
                .GroupBy(property => property.Name)
                .ToDictionary(group => group.Key, group => group.Last().Value.GetDouble());
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement root, params string[] path) => Find(root, path) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static double? Number(JsonElement root, params string[] path) =>
        Find(root, path) is { ValueKind: JsonValueKind.Number } number && number.TryGetDouble(out double value) && Math.Abs(value) < 1e18 ? value : null;

    private static JsonElement? Find(JsonElement element, params string[] path)
    {
        foreach (string name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return null;
            }
        }

        return element;
    }
}
