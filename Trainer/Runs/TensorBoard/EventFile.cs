using System.Globalization;
using LatentWalk.Core.Files;

namespace LatentWalk.Trainer.Runs.TensorBoard;

/// <summary>
/// A session's events for TensorBoard, each written through at once. Every session has a file of its own, which says at which
/// step it begins: TensorBoard then forgets what a session that was killed told of later steps.
/// </summary>
internal sealed class EventFile : IDisposable
{
    private readonly FileStream _file;
    private readonly TimeProvider _time;

    private EventFile(FileStream file, TimeProvider time)
    {
        _file = file;
        _time = time;
    }

    public string Path => _file.Name;

    /// <param name="step">Steps that were finished when the session began.</param>
    public static EventFile Create(string runFolder, long step, TimeProvider? time = null)
    {
        time ??= TimeProvider.System;
        long seconds = time.GetUtcNow().ToUnixTimeSeconds();
        for (int number = 0; ; number++)
        {
            // TensorBoard reads a run's files in the order of their names.
            string name = string.Create(CultureInfo.InvariantCulture, $"events.out.tfevents.{seconds:D10}.{number:D3}.step-{step:D6}");
            string path = System.IO.Path.Combine(runFolder, name);
            try
            {
                var events = new EventFile(new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0), time);
                events.Write(EventMessage.Version(events.Now()));
                events.Write(EventMessage.SessionStart(events.Now(), step + 1));
                return events;
            }
            catch (IOException) when (File.Exists(path) && number < 999)
            {
                // Two sessions of one second.
            }
            catch (Exception error) when (DiskErrors.IsDiskError(error))
            {
                throw DiskErrors.Wrap("write", path, error);
            }
        }
    }

    public void Write(long step, IEnumerable<(string Tag, double Value)> scalars) => Write(EventMessage.Scalars(Now(), step, scalars));

    /// <param name="png">A whole PNG file.</param>
    public void Write(long step, string tag, byte[] png, int width, int height) => Write(EventMessage.Picture(Now(), step, tag, png, width, height));

    public void Dispose() => _file.Dispose();

    private void Write(byte[] message)
    {
        try
        {
            // One call for each record: a kill leaves whole records and at most one cut short, which readers pass over.
            _file.Write(EventRecord.Frame(message));
        }
        catch (Exception error) when (DiskErrors.IsDiskError(error))
        {
            throw DiskErrors.Wrap("write", Path, error);
        }
    }

    private double Now() => _time.GetUtcNow().ToUnixTimeMilliseconds() / 1000.0;
}
