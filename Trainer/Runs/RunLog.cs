using System.Text;
using System.Text.Json;
using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Files;
using LatentWalk.Imaging;
using LatentWalk.Trainer.Runs.TensorBoard;

namespace LatentWalk.Trainer.Runs;

/// <summary>The run's log.jsonl, one line a tick, written through at once; and the same for TensorBoard.</summary>
internal sealed class RunLog : IDisposable
{
    private readonly string _path;
    private readonly FileStream _file;
    private readonly EventFile _events;
    private readonly List<LogLine> _lines;

    private RunLog(string path, FileStream file, EventFile events, List<LogLine> lines)
    {
        _path = path;
        _file = file;
        _events = events;
        _lines = lines;
        SecondsBefore = lines.Count == 0 ? 0 : lines[^1].Seconds;
    }

    /// <summary>Seconds of training that earlier sessions logged.</summary>
    public double SecondsBefore { get; }

    /// <summary>All that the log says, earlier sessions' lines included.</summary>
    public IReadOnlyList<LogLine> Lines => _lines;

    /// <summary>Opens the log to append, cut back to what was known at <paramref name="step"/> so that no step is told twice.</summary>
    public static RunLog Open(string runFolder, long step)
    {
        string path = RunFolder.LogPath(runFolder);
        try
        {
            var kept = KeptLines(path, step);
            if (File.Exists(path))
            {
                AtomicFile.WriteText(path, string.Concat(kept.Select(line => line.Text + "\n")));
            }

            var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
            return new RunLog(path, file, EventFile.Create(runFolder, step), [.. kept.Select(line => line.Line)]);
        }
        catch (Exception error) when (DiskErrors.IsDiskError(error))
        {
            throw DiskErrors.Wrap("write", path, error);
        }
    }

    public void Write(LogLine line)
    {
        string text = JsonSerializer.Serialize(line, RunJson.Default.LogLine) + "\n";
        try
        {
            _file.Write(Encoding.UTF8.GetBytes(text));
        }
        catch (Exception error) when (DiskErrors.IsDiskError(error))
        {
            throw DiskErrors.Wrap("write", _path, error);
        }

        _lines.Add(line);
        _events.Write(line.Step, LogScalars.Of(text));
    }

    /// <summary>Shows a sheet in TensorBoard too.</summary>
    /// <param name="sheet">A PNG file.</param>
    public void Picture(long step, string sheet)
    {
        try
        {
            byte[] png = File.ReadAllBytes(sheet);
            var picture = EncodedPicture.Check(png, sheet);
            _events.Write(step, "samples", png, picture.Width, picture.Height);
        }
        catch (Exception error) when (DiskErrors.IsDiskError(error))
        {
            throw DiskErrors.Wrap("read", sheet, error);
        }
    }

    public void Dispose()
    {
        _events.Dispose();
        _file.Dispose();
    }

    /// <summary>The lines up to a step; a last line that a kill or a full disk cut short ends them.</summary>
    private static List<(string Text, LogLine Line)> KeptLines(string path, long step)
    {
        var kept = new List<(string, LogLine)>();
        if (!File.Exists(path))
        {
            return kept;
        }

        foreach (string text in File.ReadLines(path))
        {
            if (Parse(text) is not { } line || line.Step > step)
            {
                break;
            }

            kept.Add((text, line));
        }

        return kept;
    }

    private static LogLine? Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, RunJson.Default.LogLine);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
