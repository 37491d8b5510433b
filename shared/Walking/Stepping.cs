using System.Numerics;

namespace LatentWalk.Walking;

/// <summary>What one simulation step does to the walker: flight, journeys, the hand on the mouse, time backwards.</summary>
public static class Stepping
{
    public static WalkState Step(in WalkState state, FlightSettings settings)
    {
        FlightInput input = state.Input;
        if (input.Rewind && state.Tape is { IsEmpty: false })
        {
            return Rewind(state, settings);
        }

        WalkState next = state.Rewinding ? Moves.EndRewind(state) : state;
        if (next.Dragging)
        {
            return FollowHand(next, settings);
        }

        if (input.IsSteering && !next.Steering)
        {
            next = Moves.Begin(next);
        }

        next = next with { Steering = input.IsSteering };
        return next.Journey is null ? Fly(next, settings) : Ride(next, settings);
    }

    private static WalkState Fly(in WalkState state, FlightSettings settings)
    {
        if (!state.Input.IsSteering && state.Velocity == Vector3.Zero)
        {
            return state;
        }

        FlightInput possible = state.Input with { Thrust = state.Input.Thrust * state.Chart.Ways };
        (Pose pose, Vector3 velocity) = Flight.Step(state.Pose, state.Velocity, possible, state.Gains, settings);
        return state with
        {
            Pose = pose,
            Velocity = velocity,
            Travelled = state.Travelled + Vector4.Distance(state.Pose.Position, pose.Position),
        };
    }

    private static WalkState Ride(in WalkState state, FlightSettings settings)
    {
        double elapsed = state.JourneySeconds + settings.StepSeconds * Flight.SpeedFactor(state.Input, settings);
        if (elapsed < state.Journey!.Seconds)
        {
            return state with { JourneySeconds = elapsed, Classes = state.Journey.Classes(elapsed) };
        }

        double over = elapsed - state.Journey.Seconds;
        WalkState arrived = Moves.Arrive(state);
        return arrived.AutoWalk ? Moves.NextLeg(arrived, settings) with { JourneySeconds = over } : arrived;
    }

    // The pose already follows the mouse; only the speed of the hand is learnt here, for when it lets go.
    private static WalkState FollowHand(in WalkState state, FlightSettings settings)
    {
        float seconds = (float)settings.StepSeconds;
        Vector3 hand = state.Dragged * state.Chart.Ways / seconds;
        float follow = 1 - MathF.Exp(-settings.HandFollow * seconds);
        Vector3 velocity = Vector3.Lerp(state.Velocity, hand, follow);
        float length = velocity.Length();
        return state with
        {
            Velocity = length > settings.LargestThrow ? velocity * (settings.LargestThrow / length) : velocity,
            Dragged = Vector3.Zero,
            Steering = false,
        };
    }

    private static WalkState Rewind(in WalkState state, FlightSettings settings)
    {
        TimeTape tape = state.Tape!;
        WalkState going = state;
        if (!state.Rewinding)
        {
            going = Moves.Remember(Moves.Stop(state), state.Here()) with { Rewinding = true, TapeSeconds = tape.EndSeconds };
        }

        double speed = settings.RewindFactor * Flight.SpeedFactor(state.Input, settings);
        double seconds = Math.Max(tape.FirstSeconds, going.TapeSeconds - settings.StepSeconds * speed);
        float truncation = tape.Truncation(seconds);
        return going with
        {
            TapeSeconds = seconds,
            Truncation = truncation,
            TruncationGoal = truncation,
            Classes = state.ClassesOr(tape.Classes(seconds)),
            Steering = false,
        };
    }
}
