using System.Numerics;
using LatentWalk.Core.Latents;
using LatentWalk.Walking.Modes;

namespace LatentWalk.Walking.Recording;

/// <summary>
/// A state of the walk as far as it can be written down: in <see cref="WalkMode.Fly"/>, with nobody's hands on it. What was
/// under way goes on: coasting, a flight to somewhere, the auto-walk, and all that can be taken back.
/// </summary>
public sealed record WalkSnapshot
{
    /// <summary>Moves that can still be taken back.</summary>
    public const int MostHistory = 64;

    public required WalkModel Model { get; init; }

    public required Waypoint Place { get; init; }

    /// <summary>[3][zdim]: which ways forward, right and the third axis lead here; zeros where there is no such way.</summary>
    public required float[][] Headings { get; init; }

    /// <summary>Forward, right, third; radians per second.</summary>
    public Vector3 Velocity { get; init; }

    public Journey? Journey { get; init; }

    public double JourneySeconds { get; init; }

    public bool AutoWalk { get; init; }

    public float Truncation { get; init; } = 1;

    public float TruncationGoal { get; init; } = 1;

    /// <summary>[classes]; empty for a generator without classes.</summary>
    public float[] Classes { get; init; } = [];

    public bool AnyClass { get; init; }

    public AxisTriple Axes { get; init; } = AxisTriple.First;

    public float Pace { get; init; } = 1;

    public ulong? Home { get; init; }

    public double Travelled { get; init; }

    public ulong WalkSeed { get; init; }

    public uint Draws { get; init; }

    /// <summary>At most <see cref="MostHistory"/> deep.</summary>
    public History? History { get; init; }

    /// <summary>At most <see cref="MostHistory"/> deep.</summary>
    public History? Future { get; init; }

    public IReadOnlyList<Favourite> Favourites { get; init; } = [];

    public IReadOnlyList<long> Stops { get; init; } = [];

    public string? OtherName { get; init; }

    /// <summary>The journey that was being planned, if any.</summary>
    public JourneyPlan? Plan { get; init; }

    public float AttractSeconds { get; init; }

    public bool ReducedMotion { get; init; }

    public bool Minimap { get; init; }

    /// <param name="state">Any state; what cannot be written down (another mode, a hand on the mouse, rewinding) ends.</param>
    /// <param name="modes">Which know how a mode ends.</param>
    public static WalkSnapshot Of(in WalkState state, WalkModes modes)
    {
        WalkState plain = (state.Mode == WalkMode.Fly ? state : modes.Switch(state, WalkMode.Fly)) with { Remainder = 0 };
        plain = plain.Rewinding ? Moves.EndRewind(plain) : plain;
        int zdim = plain.Model.ZDim;
        float[][] headings = [new float[zdim], new float[zdim], new float[zdim]];
        for (int axis = 0; axis < headings.Length; axis++)
        {
            plain.Chart.WriteHeading(plain.Pose, axis, headings[axis]);
        }

        return new WalkSnapshot
        {
            Model = plain.Model,
            Place = plain.Journey is null ? plain.Here() : plain.Chart.Origin,
            Headings = headings,
            Velocity = plain.Velocity,
            Journey = plain.Journey,
            JourneySeconds = plain.JourneySeconds,
            AutoWalk = plain.AutoWalk,
            Truncation = plain.Truncation,
            TruncationGoal = plain.TruncationGoal,
            Classes = plain.Classes,
            AnyClass = plain.AnyClass,
            Axes = plain.Axes,
            Pace = plain.Pace,
            Home = plain.Home,
            Travelled = plain.Travelled,
            WalkSeed = plain.WalkSeed,
            Draws = plain.Draws,
            History = Newest(plain.History, MostHistory),
            Future = Newest(plain.Future, MostHistory),
            Favourites = plain.Favourites,
            Stops = plain.Stops,
            OtherName = plain.OtherName,
            Plan = plain.Route?.Plan,
            AttractSeconds = plain.AttractSeconds,
            ReducedMotion = plain.ReducedMotion,
            Minimap = plain.Minimap,
        };
    }

    /// <summary>The state: the same bits wherever it is made. It has no tape yet; a <see cref="Simulation"/> gives it an empty one.</summary>
    public WalkState Restore()
    {
        Direction[] headings = [.. Headings.Select((vector, axis) => new Direction($"heading {axis}", vector, 0))];
        return WalkState.Begin(Model, WalkSeed) with
        {
            Chart = Chart.At(Place, headings),
            Axes = Axes,
            Headings = WalkState.HeadingsOf(Model, Axes),
            Velocity = Velocity,
            Journey = Journey,
            JourneySeconds = JourneySeconds,
            AutoWalk = AutoWalk,
            Truncation = Truncation,
            TruncationGoal = TruncationGoal,
            Classes = Classes,
            AnyClass = AnyClass,
            Pace = Pace,
            Home = Home,
            Travelled = Travelled,
            Draws = Draws,
            History = History,
            Future = Future,
            Favourites = Favourites,
            Stops = Stops,
            OtherName = OtherName,
            Route = Plan is null ? null : RouteState.Of(Plan),
            AttractSeconds = AttractSeconds,
            ReducedMotion = ReducedMotion,
            Minimap = Minimap,
        };
    }

    private static History? Newest(History? entry, int count) => entry is null || count == 0
        ? null
        : new History(entry.Place, entry.Truncation, entry.Classes, entry.Home, entry.Travelled, Newest(entry.Earlier, count - 1));
}
