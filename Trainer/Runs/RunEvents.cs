using System.Text;
using System.Text.Json;
using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Files;

namespace LatentWalk.Trainer.Runs;

/// <summary>The run's events.jsonl: one line an event, written through at once, and made by the first of them.</summary>
internal static class RunEvents
{
    public static void Append(string runFolder, RunEvent happened)
    {
        string path = RunFolder.EventsPath(runFolder);
        try
        {
            using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
            file.Write(Encoding.UTF8.GetBytes(Text(happened)));
            Fsync.File(file.SafeFileHandle);
        }
        catch (Exception error) when (DiskErrors.IsFull(error))
        {
            // It has been said, and a line more or less is no reason to stop: that is for the checkpoint to decide.
        }
        catch (Exception error) when (DiskErrors.IsDiskError(error))
        {
            throw DiskErrors.Wrap("write", path, error);
        }
    }

    /// <summary>Oldest first; a last line that a kill or a full disk cut short is passed over.</summary>
    public static IReadOnlyList<RunEvent> Of(string runFolder)
    {
        string path = RunFolder.EventsPath(runFolder);
        try
        {
            return File.Exists(path) ? [.. File.ReadLines(path).Select(Parse).OfType<RunEvent>()] : [];
        }
        catch (Exception error) when (DiskErrors.IsDiskError(error))
        {
            throw DiskErrors.Wrap("read", path, error);
        }
    }

    /// <summary>Cuts the file back to what was known at a step, so that what happens again is told once. What has changed the options stays, as the change does.</summary>
    public static void CutTo(string runFolder, long step)
    {
        if (File.Exists(RunFolder.EventsPath(runFolder)))
        {
            AtomicFile.WriteText(RunFolder.EventsPath(runFolder), string.Concat(Of(runFolder).Where(happened => happened.Step <= step || RunEventNames.IsChange(happened.Event)).Select(Text)));
        }
    }

    private static string Text(RunEvent happened) => JsonSerializer.Serialize(happened, RunJson.Default.RunEvent) + "\n";

    private static RunEvent? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, RunJson.Default.RunEvent);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
