using System.Numerics;

namespace LatentWalk.Walking;

/// <summary>Going back by the map: the places that moves began at, and every place flown through between them.</summary>
public static class MapRules
{
    /// <summary>Entry number <paramref name="index"/> of the history, newest first; null past its end.</summary>
    public static History? Entry(History? history, int index)
    {
        for (; index > 0 && history is not null; index--)
        {
            history = history.Earlier;
        }

        return history;
    }

    /// <summary>Flies to the nearest place within reach of a click: one that a move began at goes before those on the way.</summary>
    public static WalkState Pick(in WalkState state, Vector2 place, float within, FlightSettings settings)
    {
        if (Nearest(state, place, within) is { } entry)
        {
            return FlyTo(state, entry, settings);
        }

        long sample = state.Tape?.Nearest(place, within) ?? -1;
        if (sample < 0)
        {
            return state;
        }

        double seconds = sample * TimeTape.Interval;
        return Moves.FlyTo(state, new Waypoint(state.Tape!.Z(sample).ToArray()), settings, state.Tape.Classes(seconds)) with
        {
            TruncationGoal = state.Tape.Truncation(seconds),
            MapCursor = null,
        };
    }

    /// <summary>The cursor of the keyboard, <paramref name="by"/> places further back.</summary>
    public static WalkState Move(in WalkState state, int by)
    {
        int cursor = Math.Clamp(state.MapCursor!.Value + by, 0, Math.Max(0, (state.History?.Depth ?? 1) - 1));
        return state with { MapCursor = cursor };
    }

    public static WalkState Choose(in WalkState state, FlightSettings settings) =>
        Entry(state.History, state.MapCursor!.Value) is { } entry ? FlyTo(state, entry, settings) : state with { MapCursor = null };

    /// <summary>The history place nearest to a place on the map; null when none lies within reach.</summary>
    public static History? Nearest(in WalkState state, Vector2 place, float within)
    {
        History? nearest = null;
        float best = within;
        for (History? entry = state.History; entry is not null; entry = entry.Earlier)
        {
            float distance = Vector2.Distance(state.Model.Project(entry.Place.Z), place);
            if (distance < best)
            {
                (nearest, best) = (entry, distance);
            }
        }

        return nearest;
    }

    private static WalkState FlyTo(in WalkState state, History entry, FlightSettings settings) => Moves.FlyTo(state, entry.Place, settings, entry.Classes) with
    {
        TruncationGoal = entry.Truncation,
        MapCursor = null,
    };
}
