using System.Numerics;

namespace LatentWalk.Walking.Modes;

/// <summary>Two generators, one latent: in one place with a wiper between them, or side by side. Two axes fly; the third moves the wiper.</summary>
public sealed class CompareMode(FlightSettings settings) : IWalkMode, ISliderMode
{
    /// <summary>Of the picture's width, per second of a held key.</summary>
    private const float WiperSpeed = 0.7f;

    private const float WheelStep = 0.05f;

    public WalkMode Mode => WalkMode.Compare;

    public string Name => "Compare";

    public string Line(in WalkState state) => state.OtherName is null
        ? "drop a second generator or checkpoint here to compare the two   ESC back"
        : state.Compare!.IsPair
            ? "side by side: fly as usual   V one over the other   TAB swap   ESC back"
            : "drag the edge, or E Q   fly as usual   V side by side   TAB swap   ESC back";

    public WalkState Enter(in WalkState state) => state with { Compare = state.Compare ?? new CompareState(false, false), Split = 0.5f };

    public WalkState Leave(in WalkState state) => state;

    public bool TryPress(in WalkState state, Command command, out WalkState result)
    {
        CompareState compare = state.Compare!;
        (result, bool known) = command switch
        {
            Command.Compare => (state with { Compare = compare with { IsPair = !compare.IsPair } }, true),
            Command.AutoWalk => (state with { Compare = compare with { IsSwapped = !compare.IsSwapped } }, true),
            _ => (state, false),
        };
        return known;
    }

    public bool TryWheel(in WalkState state, float notches, out WalkState result)
    {
        result = Slide(state, 0, Math.Clamp(state.Split + notches * WheelStep, 0, 1));
        return true;
    }

    public WalkState Advance(in WalkState state)
    {
        FlightInput flight = state.Input with { Thrust = state.Input.Thrust * new Vector3(1, 1, 0) };
        WalkState next = Stepping.Step(state with { Input = flight }, settings) with { Input = state.Input };
        float by = state.Input.Thrust.Z * WiperSpeed * Flight.SpeedFactor(state.Input, settings) * (float)settings.StepSeconds;
        return by == 0 ? next : Slide(next, 0, Math.Clamp(next.Split + by, 0, 1));
    }

    public WalkState PointAt(in WalkState state, int tile) => state;

    public WalkState Pick(in WalkState state, int tile) => state;

    public void Order(in WalkState state, PictureOrder order)
    {
        if (state.OtherName is null)
        {
            return;
        }

        CompareState compare = state.Compare!;
        order.Other.SetSize(1, state.Model.ZDim);
        order.Face.Latent(0).CopyTo(order.Other.Latent(0));
        order.Other.Truncation = order.Face.Truncation;
        order.Other.Classes = order.Face.Classes;
        order.Other.Seed = order.Face.Seed;
        SourceRef other = new(SourceKind.Other);
        (order.Face.Source, order.Other.Source) = compare.IsSwapped ? (other, SourceRef.Main) : (SourceRef.Main, other);
        order.Arrangement = compare.IsPair ? Arrangement.Pair : Arrangement.Wiper;
        order.Split = state.Split;
    }

    // The wiper's edge is dragged where it is: it has no row.
    public int SliderCount(in WalkState state) => 0;

    public int ChosenSlider(in WalkState state) => 0;

    public string SliderName(in WalkState state, int slider) => "wiper";

    public float SliderShare(in WalkState state, int slider) => state.Split;

    public int WriteSlider(in WalkState state, int slider, Span<char> text) => text.TryWrite($"{state.Split * 100:F0} %", out int length) ? length : 0;

    public WalkState Slide(in WalkState state, int slider, float share) => state with { Split = share };
}
