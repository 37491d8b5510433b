using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Files;

namespace LatentWalk.Trainer.Runs;

/// <summary>Reads what a run told, while it trains or afterwards.</summary>
internal static class RunHistory
{
    /// <summary>The lines of log.jsonl; a line that is being written or was cut short ends them.</summary>
    public static IReadOnlyList<LogLine> Lines(string runFolder) => Read(RunFolder.LogPath(runFolder), RunJson.Default.LogLine);

    private static List<T> Read<T>(string path, JsonTypeInfo<T> type)
        where T : class
    {
        var lines = new List<T>();
        try
        {
            if (!File.Exists(path))
            {
                return lines;
            }

            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream);
            while (reader.ReadLine() is { } text)
            {
                if (Parse(text, type) is not { } line)
                {
                    break;
                }

                lines.Add(line);
            }

            return lines;
        }
        catch (Exception error) when (DiskErrors.IsDiskError(error))
        {
            throw DiskErrors.Wrap("read", path, error);
        }
    }

    private static T? Parse<T>(string text, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(text, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
