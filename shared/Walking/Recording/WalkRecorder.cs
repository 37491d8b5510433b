using LatentWalk.Walking.Modes;

namespace LatentWalk.Walking.Recording;

/// <summary>
/// Writes down a walk while it is played. Starting one ends what cannot be written down (another mode, a drag, rewinding)
/// and begins a new tape, so that what is played is exactly what the recording will give; stopping joins the tapes again.
/// </summary>
public sealed class WalkRecorder
{
    private readonly Simulation simulation;
    private readonly WalkOrigin origin;
    private readonly WalkSnapshot start;
    private readonly TimeTape? earlier;
    private WalkEvent[] events = new WalkEvent[256];
    private int count;
    private long? endStep;

    private WalkRecorder(Simulation simulation, WalkOrigin origin)
    {
        this.simulation = simulation;
        this.origin = origin;
        earlier = simulation.State.Tape;
        start = WalkSnapshot.Of(simulation.State, simulation.Reducer.Modes);
    }

    public double Seconds => Steps * FlightSettings.Default.StepSeconds;

    /// <summary>Whether it ended by itself: another generator was opened, or it has become too long to be written.</summary>
    public bool HasEnded => endStep is not null || simulation.StepCount >= WalkRecording.MostSteps;

    private long Steps => Math.Min(endStep ?? simulation.StepCount, WalkRecording.MostSteps);

    public static WalkRecorder Start(Simulation simulation, WalkOrigin origin)
    {
        WalkRecorder recorder = new(simulation, origin);
        WalkState before = simulation.State;
        simulation.Restart(recorder.start.Restore() with
        {
            Hud = before.Hud,
            Overlay = before.Overlay,
            FullScreen = before.FullScreen,
            Toast = before.Toast,
            ToastSeconds = before.ToastSeconds,
        });
        simulation.Heard = recorder.Hear;
        return recorder;
    }

    /// <summary>What there is so far. The events are shared, not copied: they are never written again.</summary>
    public WalkRecording SoFar() => new(origin, start, events.AsMemory(0, count), Steps) { End = endStep is null ? EndLatent() : null };

    /// <summary>The walk goes on without being recorded.</summary>
    public WalkRecording Stop()
    {
        WalkRecording recording = SoFar();
        simulation.Heard = null;
        WalkState state = simulation.State;
        if (earlier is not null && state.Tape is { } tape && earlier.ZDim == tape.ZDim)
        {
            state = state.Rewinding ? Moves.EndRewind(state) : state;
            earlier.Append(tape, state.Model);
            simulation.Dress(state with { Tape = earlier });
        }

        return recording;
    }

    private void Hear(long step, WalkAction action)
    {
        if (endStep is not null)
        {
            return;
        }

        if (action.Kind == WalkActionKind.Enter || count == WalkRecording.MostEvents)
        {
            endStep = step;
        }
        else if (RecordedAction.IsRecorded(action))
        {
            if (count == events.Length)
            {
                Array.Resize(ref events, 2 * events.Length);
            }

            events[count++] = new WalkEvent(step, action);
        }
    }

    private float[]? EndLatent()
    {
        float[] z = new float[start.Model.ZDim];
        if (simulation.State.Model.ZDim != z.Length)
        {
            return null;
        }

        (simulation.State with { Remainder = 0 }).WriteLatent(z);
        return z;
    }
}
