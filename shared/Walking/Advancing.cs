using System.Numerics;

namespace LatentWalk.Walking;

/// <summary>What time does to a walk: simulation in fixed steps, journeys, easing, messages that fade.</summary>
public sealed class Advancing(FlightSettings settings)
{
    /// <summary>Frames of 1/60 s add up to whole steps but for rounding; a step must not slip into the next frame for that.</summary>
    private const double Rounding = 1e-9;

    public WalkState Advance(in WalkState state, in FlightInput input, double seconds)
    {
        double passed = Math.Clamp(seconds, 0, settings.LargestFrameSeconds);
        WalkState next = FadeToast(state, seconds);
        next = EaseTruncation(next, input, passed);
        if (next.Grid is not null)
        {
            return next with { Steering = false };
        }

        if (next.Dragging)
        {
            return FollowHand(next, passed);
        }

        if (input.IsSteering && !next.Steering)
        {
            next = Moves.Begin(next);
        }

        next = next with { Steering = input.IsSteering };
        return next.Journey is null ? Fly(next, input, passed) : Ride(next, input, passed);
    }

    private WalkState Fly(in WalkState state, in FlightInput input, double seconds)
    {
        if (!input.IsSteering && state.Velocity == Vector3.Zero)
        {
            return state with { Remainder = 0 };
        }

        FlightInput possible = input with { Thrust = input.Thrust * state.Chart.Ways };

        double left = state.Remainder + seconds;
        Pose pose = state.Pose;
        Vector3 velocity = state.Velocity;
        double travelled = state.Travelled;
        for (; left >= settings.StepSeconds - Rounding; left -= settings.StepSeconds)
        {
            Vector4 before = pose.Position;
            (pose, velocity) = Flight.Step(pose, velocity, possible, settings);
            travelled += Vector4.Distance(before, pose.Position);
        }

        return state with
        {
            Pose = pose,
            Velocity = velocity,
            Travelled = travelled,
            Remainder = velocity == Vector3.Zero && !input.IsSteering ? 0 : Math.Max(0, left),
        };
    }

    private WalkState Ride(in WalkState state, in FlightInput input, double seconds)
    {
        double elapsed = state.JourneySeconds + seconds * Flight.SpeedFactor(input, settings);
        if (elapsed < state.Journey!.Seconds)
        {
            return state with { JourneySeconds = elapsed };
        }

        double over = elapsed - state.Journey.Seconds;
        WalkState arrived = Moves.Arrive(state);
        return arrived.AutoWalk ? Moves.NextLeg(arrived, settings) with { JourneySeconds = over } : arrived;
    }

    // The pose already follows the mouse; only the speed of the hand is learnt here, for when it lets go.
    private WalkState FollowHand(in WalkState state, double seconds)
    {
        if (seconds <= 0)
        {
            return state;
        }

        Vector3 hand = new Vector3(state.Dragged.Y, state.Dragged.X, 0) * state.Chart.Ways / (float)seconds;
        float length = hand.Length();
        if (length > settings.LargestThrow)
        {
            hand *= settings.LargestThrow / length;
        }

        float follow = 1 - MathF.Exp(-20 * (float)seconds);
        return state with { Velocity = Vector3.Lerp(state.Velocity, hand, follow), Dragged = Vector2.Zero, Remainder = 0 };
    }

    private WalkState EaseTruncation(in WalkState state, in FlightInput input, double seconds)
    {
        float goal = Math.Clamp(
            state.TruncationGoal + input.Truncation * settings.TruncationRate * (float)seconds, 0, settings.LargestTruncation);
        float left = (state.Truncation - goal) * MathF.Exp(-settings.TruncationEase * (float)seconds);
        return state with { TruncationGoal = goal, Truncation = MathF.Abs(left) < 5e-4f ? goal : goal + left };
    }

    private static WalkState FadeToast(in WalkState state, double seconds)
    {
        if (state.Toast is null)
        {
            return state;
        }

        double left = state.ToastSeconds - seconds;
        return left > 0 ? state with { ToastSeconds = left } : state with { Toast = null, ToastSeconds = 0 };
    }
}
