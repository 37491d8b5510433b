namespace LatentWalk.Walking.Modes;

/// <summary>What can be done to a planned journey.</summary>
internal static class RouteRules
{
    public const double LeastSpeed = 0.25;
    public const double MostSpeed = 4;

    /// <summary>Of the slider; a file may ask for more.</summary>
    public const double MostSliderSeconds = 120;

    /// <summary>Seconds on the plan; 0 while it is not being played or scrubbed.</summary>
    public static double Time(in WalkState state) => state.Playback is { } plan ? plan.TimeAt(state.PlaySeconds) : 0;

    /// <summary>The face that is shown becomes a key frame: after the chosen one, or between those that the playback is between.</summary>
    public static WalkState AddHere(in WalkState state)
    {
        RouteState route = state.Route!;
        int index = state.Playback is { } plan ? plan.LegAt(state.PlaySeconds).Leg + 1 : route.Cursor + 1;
        WalkState standing = state.Playback is null ? state : Moves.Settle(state);
        return Change(standing, route.Plan.Insert(Math.Min(index, route.Plan.Frames.Count), KeyFrame.Of(standing)), index);
    }

    /// <summary>The chosen key frame goes; undo brings it back.</summary>
    public static WalkState Remove(in WalkState state)
    {
        RouteState route = state.Route!;
        if (route.Cursor < 0)
        {
            return state;
        }

        WalkState standing = state.Playback is null ? state : Moves.Settle(state);
        return Change(standing, route.Plan.RemoveAt(route.Cursor), Math.Max(route.Cursor - 1, Math.Min(0, route.Plan.Frames.Count - 2)));
    }

    /// <summary>The plan as it was before its last change.</summary>
    public static WalkState TakeBack(in WalkState state) =>
        (state.Playback is null ? state : Moves.Settle(state)) with { Route = state.Route!.Earlier };

    public static WalkState TogglePlay(in WalkState state)
    {
        RouteState route = state.Route!;
        if (!route.Plan.IsPlayable)
        {
            return state;
        }

        if (state.Playback is null)
        {
            return Moves.Play(state, route.Plan, 0, route.Speed);
        }

        double seconds = route.Plan.TimeAt(state.PlaySeconds);
        bool atEnd = !route.Plan.Closed && seconds >= route.Plan.Seconds;
        return state.PlaySpeed == 0 ? Playing.At(state, atEnd ? 0 : seconds, route.Speed) : Playing.Pause(state);
    }

    /// <summary>Another key frame is the chosen one, and the walker flies to it.</summary>
    public static WalkState ChooseFrame(in WalkState state, int index, FlightSettings settings)
    {
        RouteState route = state.Route!;
        int cursor = Math.Clamp(index, 0, route.Plan.Frames.Count - 1);
        KeyFrame frame = route.Plan.Frames[cursor];
        bool there = cursor == route.Cursor && (ReferenceEquals(state.Journey?.To, frame.Place) || (state.IsStanding && ReferenceEquals(state.Here(), frame.Place)));
        return there
            ? state
            : Moves.FlyTo(state, frame.Place, settings, frame.Classes) with
            {
                Route = route with { Cursor = cursor },
                TruncationGoal = frame.Truncation,
            };
    }

    /// <summary>Shows a moment of the plan, and holds there or plays on from there.</summary>
    public static WalkState Scrub(in WalkState state, double seconds)
    {
        JourneyPlan plan = state.Route!.Plan;
        WalkState playing = state.Playback is null ? Moves.Play(state, plan, 0, 0) : state;
        double time = Math.Clamp(seconds, 0, plan.Seconds);
        float truncation = plan.Truncation(time);
        return Playing.At(playing, time, playing.PlaySpeed) with
        {
            Truncation = truncation,
            TruncationGoal = truncation,
            Classes = plan.Classes(time),
        };
    }

    /// <summary>Another length; a playback stays at the same part of the way.</summary>
    public static WalkState SetSeconds(in WalkState state, double seconds)
    {
        JourneyPlan plan = state.Route!.Plan;
        double rounded = Math.Clamp(Math.Round(seconds * 2) / 2, JourneyPlan.LeastSeconds, JourneyPlan.MostSeconds);
        double part = Time(state) / plan.Seconds;
        WalkState next = SetPlan(state, plan with { Seconds = rounded });
        return next.Playback is null ? next : Playing.At(next, part * rounded, next.PlaySpeed);
    }

    public static WalkState SetSpeed(in WalkState state, double speed)
    {
        double rounded = Math.Clamp(Math.Round(speed * 20) / 20, LeastSpeed, MostSpeed);
        WalkState next = state with { Route = state.Route! with { Speed = rounded } };
        return state.Playback is null || state.PlaySpeed == 0 ? next : Playing.At(next, Time(state), rounded);
    }

    /// <summary>The same key frames, travelled otherwise.</summary>
    public static WalkState SetPlan(in WalkState state, JourneyPlan plan)
    {
        WalkState next = state with { Route = state.Route! with { Plan = plan } };
        return state.Playback is null ? next : Playing.At(next with { Playback = plan }, Time(state), state.PlaySpeed);
    }

    private static WalkState Change(in WalkState state, JourneyPlan plan, int cursor) =>
        state with { Route = state.Route!.Change(plan, cursor, state.History) };
}
