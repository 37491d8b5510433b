using System.Globalization;

namespace LatentWalk.Cli;

/// <summary>
/// How far some work is and when it will be done. On a terminal one line is drawn over and over, at most ten times a
/// second; piped, a plain line appears at the start, every ten seconds and at the end. Thread-safe.
/// </summary>
public sealed class ProgressLine : IDisposable
{
    /// <summary>Held while anything is written to standard error.</summary>
    internal static readonly Lock Gate = new();

    private static readonly TimeSpan LiveInterval = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan PlainInterval = TimeSpan.FromSeconds(10);
    private const int BarWidth = 20;

    private static ProgressLine? s_live;

    private readonly TextWriter _writer;
    private readonly TerminalStyle _style;
    private readonly string _title;
    private long _total;
    private readonly TimeProvider _time;
    private readonly Remaining _remaining;
    private readonly long _started;
    private long _lastDrawn;
    private long _done;
    private string _detail = string.Empty;
    private bool _drawn;
    private bool _disposed;

    internal ProgressLine(TextWriter writer, TerminalStyle style, string title, long total, long start, TimeProvider time)
    {
        _writer = writer;
        _style = style;
        _title = title;
        _total = total;
        _time = time;
        _done = start;
        _started = time.GetTimestamp();
        _remaining = new Remaining(start, total);
    }

    /// <param name="done">Units done so far, of the total.</param>
    /// <param name="detail">What else is worth seeing: a loss, a speed.</param>
    public void Report(long done, string detail = "")
    {
        lock (Gate)
        {
            _done = done;
            _detail = detail;
            _remaining.Add(_time.GetElapsedTime(_started), done);
            TimeSpan interval = _style.Live ? LiveInterval : PlainInterval;
            if (!_disposed && (!_drawn || _time.GetElapsedTime(_lastDrawn) >= interval))
            {
                Draw();
            }
        }
    }

    /// <summary>As <see cref="Report(long, string)"/>, of work whose amount is not known from the start.</summary>
    /// <param name="total">Units in all, as far as is known now.</param>
    public void Report(long done, long total, string detail)
    {
        lock (Gate)
        {
            _total = total;
            _remaining.Total = total;
            Report(done, detail);
        }
    }

    /// <summary>Leaves the last state on the screen and ends the line.</summary>
    public void Dispose()
    {
        lock (Gate)
        {
            if (_disposed)
            {
                return;
            }

            _disposed = true;
            if (_drawn)
            {
                Draw();
                if (_style.Live)
                {
                    _writer.WriteLine();
                }
            }

            s_live = s_live == this ? null : s_live;
        }
    }

    /// <summary>Takes the live line away so that a message can stand in its place; the next report draws it again.</summary>
    internal static void ClearLive()
    {
        if (s_live is { } line)
        {
            line._writer.Write("\r" + new string(' ', Columns()) + "\r");
            line._lastDrawn = 0;
        }
    }

    internal string Text()
    {
        double part = _total <= 0 ? 0 : Math.Clamp((double)_done / _total, 0, 1);
        int filled = (int)(part * BarWidth);
        string bar = _style.Live ? $"[{new string('#', filled)}{new string('.', BarWidth - filled)}] " : string.Empty;
        TimeSpan elapsed = _time.GetElapsedTime(_started);
        string when = _disposed || _done >= _total ? $"took {Clock(elapsed)}"
            : _remaining.Estimate() is { } left ? $"{Clock(left)} left" : "time left unknown";
        string detail = _detail.Length == 0 ? string.Empty : $"  {_detail}";
        string text = string.Create(
            CultureInfo.InvariantCulture, $"{_title} {bar}{_done}/{_total} ({Math.Floor(part * 100):0} %)  {when}{detail}");
        return _style.Live && text.Length > Columns() ? text[..Columns()] : text;
    }

    private static string Clock(TimeSpan time) => time.TotalHours >= 1
        ? $"{(int)time.TotalHours} h {time.Minutes:00} min"
        : time.TotalMinutes >= 1 ? $"{time.Minutes} min {time.Seconds:00} s" : $"{Math.Ceiling(time.TotalSeconds):0} s";

    private void Draw()
    {
        string text = Text();
        _writer.Write(_style.Live ? "\r" + text.PadRight(Columns()) : text + Environment.NewLine);
        _writer.Flush();
        _drawn = true;
        _lastDrawn = _time.GetTimestamp();
        s_live = _style.Live ? this : s_live;
    }

    // One column stays free: writing to the last one makes some terminals begin a new line.
    private static int Columns()
    {
        try
        {
            int width = Console.BufferWidth;
            return width > 20 ? Math.Min(width - 1, 400) : 79;
        }
        catch (IOException)
        {
            return 79;
        }
    }
}
