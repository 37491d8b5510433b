using System.Numerics;

namespace LatentWalk.Walking.Modes;

/// <summary>One latent through every checkpoint of a run. Left and right go through the training; the rest flies as usual.</summary>
public sealed class TimelineMode(FlightSettings settings) : IWalkMode, ISliderMode
{
    /// <summary>Holding left or right this long goes on by itself: a tap is one checkpoint.</summary>
    private const float RepeatAfterSeconds = 0.3f;

    private const float LeastStopsPerSecond = 6;

    /// <summary>However many there are, holding the key goes through all of them in so long.</summary>
    private const float WholeSeconds = 5;

    public WalkMode Mode => WalkMode.Timeline;

    public string Name => "Timeline";

    public string Line(in WalkState state) => state.Stops.Count switch
    {
        0 => "no checkpoints here: open a run folder to see a face being learnt   ESC back",
        1 => "the run has one checkpoint so far: more come while it trains   ESC back",
        _ => "LEFT RIGHT, wheel or the knob go through the training   W S fly   ESC back",
    };

    /// <summary>The checkpoint that is shown, counted from the oldest; -1 where there is none.</summary>
    public static int Stop(in WalkState state) => Math.Clamp((int)MathF.Round(state.StopPosition), 0, Math.Max(0, state.Stops.Count - 1)) - (state.Stops.Count == 0 ? 1 : 0);

    public WalkState Enter(in WalkState state) => state with { StopPosition = Math.Max(0, state.Stops.Count - 1), HeldSeconds = 0 };

    public WalkState Leave(in WalkState state) => state;

    public bool TryPress(in WalkState state, Command command, out WalkState result)
    {
        (result, bool known) = command switch
        {
            Command.Left => (Go(state, -1), true),
            Command.Right => (Go(state, 1), true),
            Command.Timeline => (state with { Mode = WalkMode.Fly }, true),
            _ => (state, false),
        };
        return known;
    }

    public bool TryWheel(in WalkState state, float notches, out WalkState result)
    {
        result = Go(state, Math.Sign(notches));
        return true;
    }

    public WalkState Advance(in WalkState state)
    {
        float right = state.Input.Thrust.Y;
        FlightInput flight = state.Input with { Thrust = state.Input.Thrust * new Vector3(1, 0, 1) };
        WalkState next = Stepping.Step(state with { Input = flight }, settings) with { Input = state.Input };
        if (right == 0 || state.Stops.Count == 0)
        {
            return next.HeldSeconds == 0 ? next : next with { HeldSeconds = 0 };
        }

        float seconds = (float)settings.StepSeconds;
        float speed = Math.Max(LeastStopsPerSecond, state.Stops.Count / WholeSeconds) * Flight.SpeedFactor(state.Input, settings);
        return next with
        {
            HeldSeconds = next.HeldSeconds + seconds,
            StopPosition = next.HeldSeconds < RepeatAfterSeconds
                ? next.StopPosition
                : Math.Clamp(next.StopPosition + right * speed * seconds, 0, state.Stops.Count - 1),
        };
    }

    public WalkState PointAt(in WalkState state, int tile) => state;

    public WalkState Pick(in WalkState state, int tile) => state;

    public void Order(in WalkState state, PictureOrder order)
    {
        order.Sliders = SliderCount(state);
        if (Stop(state) is var stop and >= 0)
        {
            order.Face.Source = new SourceRef(SourceKind.Stop, stop);
        }
    }

    public int SliderCount(in WalkState state) => state.Stops.Count < 2 ? 0 : 1;

    public int ChosenSlider(in WalkState state) => 0;

    public string SliderName(in WalkState state, int slider) => "training";

    public float SliderShare(in WalkState state, int slider) => state.StopPosition / Math.Max(1, state.Stops.Count - 1);

    public int WriteSlider(in WalkState state, int slider, Span<char> text) =>
        text.TryWrite($"{Stop(state) + 1} of {state.Stops.Count}", out int length) ? length : 0;

    public WalkState Slide(in WalkState state, int slider, float share) => state with { StopPosition = share * Math.Max(0, state.Stops.Count - 1) };

    private static WalkState Go(in WalkState state, int by) =>
        state with { StopPosition = Math.Clamp(MathF.Round(state.StopPosition) + by, 0, Math.Max(0, state.Stops.Count - 1)) };
}
