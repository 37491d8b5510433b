namespace LatentWalk.Walking;

/// <summary>
/// The walk in time: fixed steps, whatever the rate of the display. The same actions at the same steps give the same
/// states, bit for bit, which is what a recording keeps. Owns the tape that rewinding plays.
/// </summary>
public sealed class Simulation
{
    private const int StepsPerSample = (int)(TimeTape.Interval * 120);

    // Frames of 1/60 s add up to whole steps but for rounding; a step must not slip into the next frame for that.
    private const double Rounding = 1e-9;

    private readonly FlightSettings settings;
    private readonly WalkReducer reducer;
    private WalkState state;
    private float[] latent = [];
    private WalkModel? mapped;

    public Simulation(FlightSettings settings, in WalkState begin)
    {
        this.settings = settings;
        reducer = new WalkReducer(settings);
        state = begin;
        KeepTape();
    }

    public ref readonly WalkState State => ref state;

    public WalkReducer Reducer => reducer;

    /// <summary>Steps simulated so far.</summary>
    public long StepCount { get; private set; }

    /// <summary>Hears every action that is not a step, with the step it came before; what records a walk listens here.</summary>
    public Action<long, WalkAction>? Heard { get; set; }

    public void Do(in WalkAction action)
    {
        Heard?.Invoke(StepCount, action);
        state = reducer.Reduce(state, action);
        KeepTape();
    }

    /// <summary>Goes on from another state, counting steps from 0; a state without a tape gets an empty one.</summary>
    public void Restart(in WalkState begin)
    {
        state = begin;
        StepCount = 0;
        KeepTape();
    }

    /// <summary>Changes what only drawing knows (the HUD, the remainder of a step), which no step depends on and nobody hears of.</summary>
    internal void Dress(in WalkState dressed) => state = dressed;

    /// <summary>Time passes: whole steps, and the rest is kept for the next call. A stalled frame is not flown through.</summary>
    public void Advance(double seconds)
    {
        double left = state.Remainder + Math.Clamp(seconds, 0, settings.LargestFrameSeconds);
        state = state with { Remainder = 0 };
        for (; left >= settings.StepSeconds - Rounding; left -= settings.StepSeconds)
        {
            Step();
        }

        state = state with { Remainder = Math.Max(0, left) };
    }

    /// <summary>One step.</summary>
    public void Step()
    {
        bool rewound = state.Rewinding;
        double seconds = state.TapeSeconds;
        state = reducer.Reduce(state, WalkAction.Step);
        StepCount++;
        if (rewound && !state.Rewinding)
        {
            state.Tape!.CutAt(seconds);
        }

        if (StepCount % StepsPerSample == 0 && !state.Rewinding)
        {
            state.WriteLatent(latent);
            state.Tape!.Record(latent, state.Truncation, state.Classes, state.Model);
        }
    }

    // A tape belongs to a size of latent; a state that came without one gets an empty one.
    private void KeepTape()
    {
        if (state.Tape is null)
        {
            state = state with { Tape = new TimeTape(state.Model.ZDim) };
        }
        else if (!ReferenceEquals(state.Model, mapped))
        {
            state.Tape.ProjectAgain(state.Model);
        }

        if (latent.Length != state.Model.ZDim)
        {
            latent = new float[state.Model.ZDim];
        }

        mapped = state.Model;
    }
}
