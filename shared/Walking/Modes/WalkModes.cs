namespace LatentWalk.Walking.Modes;

/// <summary>All the modes, and how one follows another.</summary>
public sealed class WalkModes(FlightSettings settings)
{
    private readonly IWalkMode[] modes =
    [
        new FlyMode(settings),
        new CompassMode(settings),
        new GridMode(settings),
        new BreedMode(),
        new MixMode(settings),
        new JourneyMode(settings),
        new TimelineMode(settings),
        new CompareMode(settings),
        new InspectMode(settings),
        new AttractMode(settings),
    ];

    public IReadOnlyList<IWalkMode> All => modes;

    /// <summary>The mode's own key.</summary>
    public static bool TryModeOf(Command command, out WalkMode mode)
    {
        bool known = command is >= Command.Fly and <= Command.Attract;
        mode = known ? WalkMode.Fly + (command - Command.Fly) : default;
        return known;
    }

    public static Command CommandOf(WalkMode mode) => Command.Fly + (mode - WalkMode.Fly);

    public IWalkMode Of(WalkMode mode)
    {
        foreach (IWalkMode candidate in modes)
        {
            if (candidate.Mode == mode)
            {
                return candidate;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(mode), mode, "there is no such mode");
    }

    /// <summary>Leaves the present mode and begins another; the walker stays where it is.</summary>
    public WalkState Switch(in WalkState state, WalkMode mode) =>
        Of(mode).Enter(Of(state.Mode).Leave(state) with { Mode = mode, Screen = Screen.Play });
}
