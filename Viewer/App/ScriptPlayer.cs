using LatentWalk.Viewer.Input;

namespace LatentWalk.Viewer.App;

/// <summary>Plays an input script into a session, through the same entrances that the window uses.</summary>
internal sealed class ScriptPlayer(IReadOnlyList<ScriptEvent> events)
{
    private const double Rounding = 1e-9;

    private int next;

    /// <summary>When the last event happens; 0 without any.</summary>
    public double Seconds => events.Count == 0 ? 0 : events[^1].Seconds;

    /// <summary>Everything that is due at <paramref name="seconds"/>.</summary>
    public void Play(WalkSession session, double seconds)
    {
        for (; next < events.Count && events[next].Seconds <= seconds + Rounding; next++)
        {
            Play(session, events[next]);
        }
    }

    private static void Play(WalkSession session, ScriptEvent item)
    {
        switch (item.Kind)
        {
            case ScriptEventKind.KeyDown:
                session.KeyDown(item.Key);
                break;
            case ScriptEventKind.KeyUp:
                session.KeyUp(item.Key);
                break;
            case ScriptEventKind.PointerDown:
                session.PointerDown(item.Position);
                break;
            case ScriptEventKind.PointerUp:
                session.PointerUp();
                break;
            case ScriptEventKind.PointerMove:
                session.PointerMove(item.Position);
                break;
            case ScriptEventKind.Wheel:
                session.Wheel(item.Amount);
                break;
            default:
                session.Open(item.File);
                break;
        }
    }
}
