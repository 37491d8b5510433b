namespace LatentWalk.Walking.Modes;

/// <summary>How a journey plays, whichever mode plays it.</summary>
internal static class Playing
{
    /// <summary>One step of the playback; one that is not closed waits at its end.</summary>
    public static WalkState Step(in WalkState state)
    {
        if (state.PlaySpeed == 0)
        {
            return state;
        }

        JourneyPlan plan = state.Playback!;
        WalkState next = state with { PlaySteps = state.PlaySteps + 1 };
        if (!plan.Closed && next.PlaySeconds >= plan.Seconds)
        {
            next = At(state, plan.Seconds, 0);
        }

        float truncation = plan.Truncation(next.PlaySeconds);
        return next with { Truncation = truncation, TruncationGoal = truncation, Classes = plan.Classes(next.PlaySeconds), Steering = false };
    }

    /// <summary>The same playback from another moment on, or at another speed.</summary>
    public static WalkState At(in WalkState state, double seconds, double speed) =>
        state with { PlayFrom = seconds, PlaySteps = 0, PlaySpeed = speed };

    /// <summary>Held where it is.</summary>
    public static WalkState Pause(in WalkState state) => At(state, state.Playback!.TimeAt(state.PlaySeconds), 0);
}
