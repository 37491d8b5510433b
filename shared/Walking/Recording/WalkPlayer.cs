using LatentWalk.Walking.Modes;

namespace LatentWalk.Walking.Recording;

/// <summary>Plays a recording into a simulation, which begins anew for it.</summary>
public sealed class WalkPlayer
{
    // Frames of 1/60 s add up to whole steps but for rounding; a step must not slip into the next frame for that.
    private const double Rounding = 1e-9;

    private readonly WalkRecording recording;
    private readonly Simulation simulation;
    private int next;

    public WalkPlayer(WalkRecording recording, Simulation simulation)
    {
        this.recording = recording;
        this.simulation = simulation;
        simulation.Restart(recording.Start.Restore() with
        {
            Hud = simulation.State.Hud,
            Overlay = simulation.State.Overlay,
            FullScreen = simulation.State.FullScreen,
        });
        PlayDue();
    }

    public bool HasEnded => simulation.StepCount >= recording.Steps;

    public double Seconds => recording.Seconds;

    /// <summary>Goes on to a time of the recording, which must not lie before the present one; past the end it stays at the end.</summary>
    /// <param name="steps">The time in steps; the part of a step is shown as flown at the present speed.</param>
    public void GoTo(double steps)
    {
        double at = Math.Min(steps, recording.Steps);
        long whole = (long)Math.Floor(at + Rounding);
        while (simulation.StepCount < whole)
        {
            simulation.Dress(simulation.State with { Remainder = 0 });
            simulation.Step();
            PlayDue();
        }

        simulation.Dress(simulation.State with { Remainder = Math.Max(0, at - whole) * FlightSettings.Default.StepSeconds });
    }

    /// <summary>The walk stands where the recording got to, in the state it had before: with its favourites, and undo leads back to its place.</summary>
    public void HandBack(in WalkState before)
    {
        WalkState played = Plain(simulation.State);
        WalkState own = Plain(before);
        if (own.Tape is { } tape && played.Tape is { } later)
        {
            tape.Append(later, own.Model);
        }

        simulation.Restart(Moves.Jump(own, played.Here()) with
        {
            Truncation = played.Truncation,
            TruncationGoal = played.TruncationGoal,
            Classes = own.ClassesOr(played.Classes),
            Hud = played.Hud,
            Overlay = played.Overlay,
            FullScreen = played.FullScreen,
            Quitting = played.Quitting,
            Screen = Screen.Play,
            Input = default,
            Steering = false,
        });
    }

    private WalkState Plain(in WalkState state)
    {
        WalkState plain = (state.Mode == WalkMode.Fly ? state : simulation.Reducer.Modes.Switch(state, WalkMode.Fly)) with { Remainder = 0 };
        return plain.Rewinding ? Moves.EndRewind(plain) : plain;
    }

    private void PlayDue()
    {
        ReadOnlySpan<WalkEvent> events = recording.Events.Span;
        for (; next < events.Length && events[next].Step <= simulation.StepCount; next++)
        {
            simulation.Do(events[next].Action);
        }
    }
}
