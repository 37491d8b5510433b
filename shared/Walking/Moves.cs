using System.Numerics;

namespace LatentWalk.Walking;

/// <summary>How moves begin and end. Every move remembers where it began, so that each can be taken back exactly.</summary>
public static class Moves
{
    /// <summary>A new free flight begins here: the place goes into the history and becomes the origin of a new chart.</summary>
    public static WalkState Begin(in WalkState state)
    {
        Waypoint here = state.Here();
        bool coasting = state.Journey is null && state.Velocity != Vector3.Zero;
        Chart chart = coasting
            ? Chart.Continue(here, state.Chart, state.ShownPose)
            : Chart.At(here, state.Model.Directions, state.Chart, state.Pose);
        return state with
        {
            Chart = chart,
            Pose = Pose.Start,
            Velocity = coasting ? state.Velocity : Vector3.Zero,
            Remainder = 0,
            Journey = null,
            JourneySeconds = 0,
            AutoWalk = false,
            History = Remember(state, here),
            Travelled = state.TravelledNow,
        };
    }

    /// <summary>Everything stops where it is; nothing is remembered, because nothing begins.</summary>
    public static WalkState Stop(in WalkState state) => StandAt(state, state.Here(), state.Home, state.TravelledNow);

    /// <summary>The walker stands at <paramref name="place"/> at once.</summary>
    public static WalkState Jump(in WalkState state, Waypoint place)
    {
        History history = Remember(state, state.Here());
        ulong? home = place.Seed ?? state.Home;
        return StandAt(state, place, home, place.Seed is null ? state.TravelledNow : 0) with { History = history };
    }

    public static WalkState FlyToRandom(in WalkState state, FlightSettings settings)
    {
        Waypoint to = Waypoint.OfSeed(state.DrawSeed(state.Draws), state.Model.ZDim);
        return Depart(state, to, settings.JourneySpeed, JourneyKind.Destination, settings) with
        {
            Draws = state.Draws + 1,
            AutoWalk = false,
        };
    }

    public static WalkState ToggleAutoWalk(in WalkState state, FlightSettings settings) =>
        state.AutoWalk ? Stop(state) : NextLeg(state, settings);

    /// <summary>The auto-walk's next random face.</summary>
    public static WalkState NextLeg(in WalkState state, FlightSettings settings)
    {
        Waypoint to = Waypoint.OfSeed(state.DrawSeed(state.Draws), state.Model.ZDim);
        return Depart(state, to, settings.AutoWalkSpeed, JourneyKind.AutoWalk, settings) with
        {
            Draws = state.Draws + 1,
            AutoWalk = true,
        };
    }

    /// <summary>Glides to where the last move began and forgets that move. Pressed again on the way, it goes one further back.</summary>
    public static WalkState GoBack(in WalkState state, FlightSettings settings)
    {
        if (state.History is not { } last)
        {
            return state;
        }

        return Stop(state) with
        {
            Journey = new Journey(state.Here(), last.Place, settings.BackSeconds, JourneyKind.Back),
            History = last.Earlier,
            Home = last.Home,
            Travelled = last.Travelled,
        };
    }

    /// <summary>The end of a journey: the walker stands on the destination's exact bits.</summary>
    public static WalkState Arrive(in WalkState state)
    {
        Journey journey = state.Journey!;
        return journey.Kind == JourneyKind.Back
            ? StandAt(state, journey.To, state.Home, state.Travelled)
            : StandAt(state, journey.To, journey.To.Seed ?? state.Home, 0) with { AutoWalk = state.AutoWalk };
    }

    private static WalkState Depart(in WalkState state, Waypoint to, float speed, JourneyKind kind, FlightSettings settings)
    {
        Waypoint here = state.Here();
        return Stop(state) with
        {
            Journey = Journey.AtSpeed(here, to, speed, kind, settings),
            History = Remember(state, here),
        };
    }

    private static WalkState StandAt(in WalkState state, Waypoint place, ulong? home, double travelled) => state with
    {
        Chart = Chart.At(place, state.Model.Directions, state.Chart, state.Pose),
        Pose = Pose.Start,
        Velocity = Vector3.Zero,
        Remainder = 0,
        Dragging = false,
        Dragged = Vector2.Zero,
        Journey = null,
        JourneySeconds = 0,
        AutoWalk = false,
        Home = home,
        Travelled = travelled,
    };

    // Standing twice at the same place is one step back, not two.
    private static History Remember(in WalkState state, Waypoint here) =>
        state.History is { } last && ReferenceEquals(last.Place, here) ? last : new History(here, state.Home, state.TravelledNow, state.History);
}
