namespace LatentWalk.Walking.Modes;

/// <summary>The rows under a planned journey.</summary>
internal static class JourneySliders
{
    public const int FrameRow = 0;
    public const int TimeRow = 1;
    public const int SecondsRow = 2;
    public const int SpeedRow = 3;
    public const int EasingRow = 4;
    public const int LoopRow = 5;
    public const int Count = 6;

    private const double SecondsStep = 0.5;
    private const double SpeedStep = 0.25;
    private const double TimeParts = 48;

    private static readonly int EasingCount = Enum.GetValues<Easing>().Length;

    public static string Name(int row) => row switch
    {
        FrameRow => "key frame",
        TimeRow => "time",
        SecondsRow => "length",
        SpeedRow => "speed",
        EasingRow => "easing",
        _ => "loop",
    };

    public static float Share(in WalkState state, int row)
    {
        RouteState route = state.Route!;
        JourneyPlan plan = route.Plan;
        return row switch
        {
            FrameRow => Math.Max(0, route.Cursor) / (float)Math.Max(1, plan.Frames.Count - 1),
            TimeRow => (float)(RouteRules.Time(state) / plan.Seconds),
            SecondsRow => ShareOf(plan.Seconds, JourneyPlan.LeastSeconds, RouteRules.MostSliderSeconds),
            SpeedRow => ShareOf(route.Speed, RouteRules.LeastSpeed, RouteRules.MostSpeed),
            EasingRow => (int)plan.Easing / (EasingCount - 1f),
            _ => plan.Closed ? 1 : 0,
        };
    }

    public static int Write(in WalkState state, int row, Span<char> text)
    {
        RouteState route = state.Route!;
        JourneyPlan plan = route.Plan;
        return row switch
        {
            FrameRow => Written(text.TryWrite($"{route.Cursor + 1} of {plan.Frames.Count}", out int length), length),
            TimeRow => Written(text.TryWrite($"{RouteRules.Time(state):F1} s", out int length), length),
            SecondsRow => Written(text.TryWrite($"{plan.Seconds:F1} s", out int length), length),
            SpeedRow => Written(text.TryWrite($"×{route.Speed:F2}", out int length), length),
            EasingRow => Written(text.TryWrite($"{Easings.Name(plan.Easing)}", out int length), length),
            _ => Written(text.TryWrite($"{(plan.Closed ? "closed" : "open")}", out int length), length),
        };
    }

    /// <summary>The row's knob was moved to a part of its way.</summary>
    public static WalkState Slide(in WalkState state, int row, float share, FlightSettings settings)
    {
        JourneyPlan plan = state.Route!.Plan;
        WalkState chosen = state with { Route = state.Route with { Row = Math.Clamp(row, 0, Count - 1) } };
        return row switch
        {
            FrameRow => RouteRules.ChooseFrame(chosen, (int)MathF.Round(share * (plan.Frames.Count - 1)), settings),
            TimeRow => RouteRules.Scrub(chosen, share * plan.Seconds),
            SecondsRow => RouteRules.SetSeconds(chosen, ValueOf(share, JourneyPlan.LeastSeconds, RouteRules.MostSliderSeconds)),
            SpeedRow => RouteRules.SetSpeed(chosen, ValueOf(share, RouteRules.LeastSpeed, RouteRules.MostSpeed)),
            EasingRow => RouteRules.SetPlan(chosen, plan with { Easing = (Easing)(int)MathF.Round(share * (EasingCount - 1)) }),
            LoopRow => RouteRules.SetPlan(chosen, plan with { Closed = share >= 0.5f }),
            _ => state,
        };
    }

    /// <summary>The chosen row goes one step on or back.</summary>
    public static WalkState Nudge(in WalkState state, int by, FlightSettings settings)
    {
        RouteState route = state.Route!;
        JourneyPlan plan = route.Plan;
        if (plan.Frames.Count < 2)
        {
            return state;
        }

        return route.Row switch
        {
            FrameRow => RouteRules.ChooseFrame(state, (route.Cursor + by + plan.Frames.Count) % plan.Frames.Count, settings),
            TimeRow => RouteRules.Scrub(state, RouteRules.Time(state) + by * plan.Seconds / TimeParts),
            SecondsRow => RouteRules.SetSeconds(state, plan.Seconds + by * SecondsStep),
            SpeedRow => RouteRules.SetSpeed(state, route.Speed + by * SpeedStep),
            EasingRow => RouteRules.SetPlan(state, plan with { Easing = (Easing)(((int)plan.Easing + by + EasingCount) % EasingCount) }),
            _ => RouteRules.SetPlan(state, plan with { Closed = !plan.Closed }),
        };
    }

    // Even factors, not even steps: one second more is much at two and little at sixty.
    private static float ShareOf(double value, double least, double most) =>
        (float)Math.Clamp(Math.Log(value / least) / Math.Log(most / least), 0, 1);

    private static double ValueOf(float share, double least, double most) => least * Math.Pow(most / least, share);

    private static int Written(bool fits, int length) => fits ? length : 0;
}
