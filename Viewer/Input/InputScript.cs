using System.Globalization;
using System.Numerics;
using LatentWalk.Core.Errors;
using Silk.NET.Input;

namespace LatentWalk.Viewer.Input;

/// <summary>
/// Input written down, so that a walk runs without hands. A line each: a time in seconds (left out: the time of the line
/// before) and one of <c>down KEY</c>, <c>up KEY</c>, <c>press KEY</c>, <c>hold X Y</c> (mouse button down), <c>move X Y</c>,
/// <c>let go</c>, <c>click X Y</c>, <c>wheel NOTCHES</c>, <c>drop FILE</c>. '#' begins a comment.
/// <para>A script says which keys and buttons are touched when: what they mean is up to the settings and to the frames in between,
/// as with real hands. A recording (<c>--replay</c>, <see cref="Walking.Recording.WalkRecording"/>) says what came of them, by
/// steps of the walk: it gives the same walk at any rate and size of frames, under any settings, and without the viewer.</para>
/// </summary>
internal static class InputScript
{
    private const string Forms = "'down KEY', 'up KEY', 'press KEY', 'hold X Y', 'move X Y', 'let go', 'click X Y', 'wheel N' or 'drop FILE'";

    public static IReadOnlyList<ScriptEvent> Load(string path)
    {
        if (!File.Exists(path))
        {
            throw new UsageException($"there is no input script {path}.");
        }

        return Parse(File.ReadAllText(path), path);
    }

    /// <returns>In the order of time; events of one time in the order of the lines.</returns>
    public static IReadOnlyList<ScriptEvent> Parse(string text, string name)
    {
        List<ScriptEvent> events = [];
        double seconds = 0;
        string[] lines = text.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i].Split('#')[0].Trim();
            if (line.Length == 0)
            {
                continue;
            }

            string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (double.TryParse(words[0], NumberStyles.Float, CultureInfo.InvariantCulture, out double time) && double.IsFinite(time) && time >= 0)
            {
                seconds = time;
                words = words[1..];
                line = line[line.Split(' ')[0].Length..].Trim();
            }

            if (!TryRead(words, line, seconds, events))
            {
                throw new UsageException($"{name}, line {i + 1}: '{lines[i].Trim()}' is not understood; expected a time in seconds and {Forms}.");
            }
        }

        return [.. events.OrderBy(item => item.Seconds)];
    }

    private static bool TryRead(string[] words, string line, double seconds, List<ScriptEvent> events)
    {
        switch (words)
        {
            case ["down", var name] when TryKey(name, out Key key):
                events.Add(new ScriptEvent(seconds, ScriptEventKind.KeyDown, key));
                return true;
            case ["up", var name] when TryKey(name, out Key key):
                events.Add(new ScriptEvent(seconds, ScriptEventKind.KeyUp, key));
                return true;
            case ["press", var name] when TryKey(name, out Key key):
                events.Add(new ScriptEvent(seconds, ScriptEventKind.KeyDown, key));
                events.Add(new ScriptEvent(seconds, ScriptEventKind.KeyUp, key));
                return true;
            case ["hold", var x, var y] when TryPosition(x, y, out Vector2 position):
                events.Add(new ScriptEvent(seconds, ScriptEventKind.PointerMove, Position: position));
                events.Add(new ScriptEvent(seconds, ScriptEventKind.PointerDown, Position: position));
                return true;
            case ["move", var x, var y] when TryPosition(x, y, out Vector2 position):
                events.Add(new ScriptEvent(seconds, ScriptEventKind.PointerMove, Position: position));
                return true;
            case ["let", "go"]:
                events.Add(new ScriptEvent(seconds, ScriptEventKind.PointerUp));
                return true;
            case ["click", var x, var y] when TryPosition(x, y, out Vector2 position):
                events.Add(new ScriptEvent(seconds, ScriptEventKind.PointerMove, Position: position));
                events.Add(new ScriptEvent(seconds, ScriptEventKind.PointerDown, Position: position));
                events.Add(new ScriptEvent(seconds, ScriptEventKind.PointerUp, Position: position));
                return true;
            case ["wheel", var notches] when TryNumber(notches, out float amount):
                events.Add(new ScriptEvent(seconds, ScriptEventKind.Wheel, Amount: amount));
                return true;
            case ["drop", _, ..]:
                events.Add(new ScriptEvent(seconds, ScriptEventKind.Drop, File: line["drop".Length..].Trim()));
                return true;
            default:
                return false;
        }
    }

    // As the help spells them, or as the enumeration does.
    private static bool TryKey(string name, out Key key)
    {
        string full = name.ToUpperInvariant() switch
        {
            "ESC" => nameof(Key.Escape),
            "SHIFT" => nameof(Key.ShiftLeft),
            "CTRL" => nameof(Key.ControlLeft),
            "+" => nameof(Key.Equal),
            "-" => nameof(Key.Minus),
            [>= '0' and <= '9'] => $"Number{name}",
            _ => name,
        };
        return Enum.TryParse(full, ignoreCase: true, out key) && Enum.IsDefined(key) && !char.IsAsciiDigit(full[0]);
    }

    private static bool TryPosition(string x, string y, out Vector2 position)
    {
        bool known = TryNumber(x, out float across) & TryNumber(y, out float down);
        position = new Vector2(across, down);
        return known;
    }

    private static bool TryNumber(string text, out float number) =>
        float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && float.IsFinite(number);
}
