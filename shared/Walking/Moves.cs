using System.Numerics;
using LatentWalk.Core.Latents;

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
            ? Chart.Continue(here, state.Chart, state.Pose)
            : Chart.At(here, state.Headings, state.Chart, state.Pose);
        return Remember(state, here) with
        {
            Chart = chart,
            Pose = Pose.Start,
            Velocity = coasting ? state.Velocity : Vector3.Zero,
            Journey = null,
            JourneySeconds = 0,
            AutoWalk = false,
            Rewinding = false,
            Playback = null,
            Preview = null,
            Travelled = state.TravelledNow,
        };
    }

    /// <summary>Everything stops where it is; nothing is remembered, because nothing begins.</summary>
    public static WalkState Stop(in WalkState state) => StandAt(state, state.Here(), state.Home, state.TravelledNow);

    /// <summary>The same, with new headings: each points the way that the generator's file gives it.</summary>
    public static WalkState Turn(in WalkState state)
    {
        WalkState standing = Stop(state);
        return standing with { Chart = Chart.At(standing.Chart.Origin, state.Headings) };
    }

    /// <summary>The walker stands at <paramref name="place"/> at once.</summary>
    public static WalkState Jump(in WalkState state, Waypoint place) =>
        StandAt(Remember(state, state.Here()), place, place.Seed ?? state.Home, place.Seed is null ? state.TravelledNow : 0);

    /// <summary>The walker flies to <paramref name="place"/>.</summary>
    /// <param name="classes">The class weights there; those of here where there are none or they are another generator's.</param>
    public static WalkState FlyTo(in WalkState state, Waypoint place, FlightSettings settings, float[]? classes = null) =>
        Depart(state, place, classes, settings.JourneySpeed, JourneyKind.Destination, settings);

    /// <summary>The walker flies to a face that was kept, with its truncation and class.</summary>
    public static WalkState FlyTo(in WalkState state, Favourite favourite, FlightSettings settings) =>
        FlyTo(state, favourite.Place, settings, favourite.Classes) with { TruncationGoal = favourite.Truncation };

    /// <summary>The walker stands where a mode's preview or playback shows it; the way there began with <see cref="RememberHere"/>.</summary>
    public static WalkState Settle(in WalkState state)
    {
        Waypoint here = state.Here();
        return StandAt(state, here, here.Seed ?? state.Home, here.Seed is null ? state.TravelledNow : 0);
    }

    /// <summary>A journey plays from a moment of its plan on; the present place goes into the history.</summary>
    public static WalkState Play(in WalkState state, JourneyPlan plan, double fromSeconds, double speed) =>
        RememberHere(state) with
        {
            Playback = plan,
            PlayFrom = fromSeconds,
            PlaySteps = 0,
            PlaySpeed = speed,
        };

    public static WalkState FlyToRandom(in WalkState state, FlightSettings settings) =>
        DepartToRandom(state, settings.JourneySpeed, JourneyKind.Destination, settings);

    public static WalkState ToggleAutoWalk(in WalkState state, FlightSettings settings) =>
        state.AutoWalk ? Stop(state) : NextLeg(state, settings);

    /// <summary>The auto-walk's next random face.</summary>
    public static WalkState NextLeg(in WalkState state, FlightSettings settings) =>
        DepartToRandom(state, settings.AutoWalkSpeed, JourneyKind.AutoWalk, settings) with { AutoWalk = true };

    /// <summary>Glides to where the last move began. Pressed again on the way, it goes one further back.</summary>
    public static WalkState Undo(in WalkState state, FlightSettings settings) => PastHere(state, state.History) is { } last
        ? Glide(state, last, settings) with { History = last.Earlier, Future = Leaving(state, state.Future) }
        : state with { History = null };

    /// <summary>Glides to where the last <see cref="Undo"/> came from.</summary>
    public static WalkState Redo(in WalkState state, FlightSettings settings) => state.Future is { } next
        ? Glide(state, next, settings) with { Future = next.Earlier, History = Leaving(state, state.History) }
        : state;

    /// <summary>The end of a journey: the walker stands on the destination's exact bits.</summary>
    public static WalkState Arrive(in WalkState state)
    {
        Journey journey = state.Journey!;
        WalkState there = state with { Classes = journey.ClassesTo };
        return journey.Kind == JourneyKind.Back
            ? StandAt(there, journey.To, state.Home, state.Travelled)
            : StandAt(there, journey.To, journey.To.Seed ?? state.Home, journey.To.Seed is null ? state.TravelledNow : 0) with { AutoWalk = state.AutoWalk };
    }

    /// <summary>The hands let go of the rewind key, or took hold of another: the walker stands where time had got to.</summary>
    public static WalkState EndRewind(in WalkState state) => StandAt(state, state.Here(), state.Home, state.Travelled);

    /// <summary>The walker stops, and its place goes into the history: for changes that are not moves.</summary>
    public static WalkState RememberHere(in WalkState state)
    {
        WalkState standing = Stop(state);
        return Remember(standing, standing.Chart.Origin);
    }

    /// <summary>
    /// The present place goes into the history and nothing can be redone any more. Standing twice at the same place is one
    /// step back, not two.
    /// </summary>
    public static WalkState Remember(in WalkState state, Waypoint here) => state with
    {
        Future = null,
        History = state.History is { } last && ReferenceEquals(last.Place, here) && ReferenceEquals(last.Classes, state.Classes)
            ? last
            : Entry(state, here, state.Classes, state.History),
    };

    // Where nothing has changed since (a truncation turned down and up again) there is nothing to take back.
    private static History? PastHere(in WalkState state, History? entry)
    {
        while (state.IsStanding && entry is not null && ReferenceEquals(entry.Place, state.Chart.Origin)
            && entry.Truncation == state.TruncationGoal && ReferenceEquals(entry.Classes, state.Classes))
        {
            entry = entry.Earlier;
        }

        return entry;
    }

    private static History Entry(in WalkState state, Waypoint here, float[] classes, History? earlier) =>
        new(here, state.TruncationGoal, classes, state.Home, state.TravelledNow, earlier);

    // In the middle of a glide, the place that is left is the one it was heading for.
    private static History Leaving(in WalkState state, History? others) => state.Journey is { Kind: JourneyKind.Back } glide
        ? Entry(state, glide.To, glide.ClassesTo, others)
        : Entry(state, state.Here(), state.Classes, others);

    private static WalkState Glide(in WalkState state, History to, FlightSettings settings)
    {
        Waypoint here = state.Here();
        WalkState standing = StandAt(state, here, to.Home, to.Travelled) with { TruncationGoal = to.Truncation };
        return ReferenceEquals(here, to.Place)
            ? standing with { Classes = state.ClassesOr(to.Classes) }
            : standing with { Journey = Changing(new Journey(here, to.Place, settings.BackSeconds, JourneyKind.Back), state, to.Classes) };
    }

    private static WalkState DepartToRandom(in WalkState state, float speed, JourneyKind kind, FlightSettings settings) =>
        Depart(state, state.DrawPlace(state.Draws), state.DrawClasses(state.Draws), speed, kind, settings) with { Draws = state.Draws + 1 };

    private static WalkState Depart(in WalkState state, Waypoint to, float[]? classes, float speed, JourneyKind kind, FlightSettings settings)
    {
        Waypoint here = state.Here();
        return Remember(Stop(state), here) with { Journey = Changing(Journey.AtSpeed(here, to, speed, kind, settings), state, classes) };
    }

    private static Journey Changing(Journey journey, in WalkState state, float[]? classes) => journey with
    {
        ClassesFrom = state.Classes,
        ClassesTo = state.ClassesOr(classes),
    };

    private static WalkState StandAt(in WalkState state, Waypoint place, ulong? home, double travelled) => state with
    {
        Chart = Chart.At(place, state.Headings, state.Chart, state.Pose),
        Pose = Pose.Start,
        Velocity = Vector3.Zero,
        Dragging = false,
        Dragged = Vector3.Zero,
        Journey = null,
        JourneySeconds = 0,
        AutoWalk = false,
        Rewinding = false,
        Playback = null,
        Preview = null,
        Home = home,
        Travelled = travelled,
    };
}
