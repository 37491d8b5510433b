using System.Numerics;
using LatentWalk.Walking.Modes;

namespace LatentWalk.Walking;

/// <summary>
/// One thing that happens to the walk. A value type with a kind, not a family of classes: one is made every step, and
/// steps allocate nothing. What a recording keeps is these, so they hold no files, devices or pictures.
/// </summary>
public readonly record struct WalkAction(WalkActionKind Kind)
{
    public FlightInput Input { get; init; }

    public Command Command { get; init; }

    public Vector2 Drag { get; init; }

    public float Amount { get; init; }

    /// <summary>A tile, or a line of a menu.</summary>
    public int Index { get; init; }

    public WalkModel? Model { get; init; }

    public Waypoint? Place { get; init; }

    public float[]? Classes { get; init; }

    public string? Text { get; init; }

    public IReadOnlyList<Favourite>? Favourites { get; init; }

    public IReadOnlyList<long>? Stops { get; init; }

    public JourneyPlan? Plan { get; init; }

    public static WalkAction Step { get; } = new(WalkActionKind.Step);

    public static WalkAction DragStart { get; } = new(WalkActionKind.DragStart);

    public static WalkAction DragEnd { get; } = new(WalkActionKind.DragEnd);

    /// <summary>Somebody is there, though nothing else happens.</summary>
    public static WalkAction Touch { get; } = new(WalkActionKind.Touch);

    public static WalkAction Recover { get; } = new(WalkActionKind.Recover);

    /// <summary>What the hands hold from now on.</summary>
    public static WalkAction Steer(in FlightInput input) => new(WalkActionKind.Steer) { Input = input };

    public static WalkAction Press(Command command) => new(WalkActionKind.Press) { Command = command };

    /// <param name="radians">Right and forward.</param>
    /// <param name="third">Along the third axis.</param>
    public static WalkAction DragBy(Vector2 radians, float third = 0) => new(WalkActionKind.DragBy) { Drag = radians, Amount = third };

    public static WalkAction Truncate(float change) => new(WalkActionKind.Truncate) { Amount = change };

    public static WalkAction PointAt(int tile) => new(WalkActionKind.PointAt) { Index = tile };

    public static WalkAction PickTile(int tile) => new(WalkActionKind.PickTile) { Index = tile };

    public static WalkAction SetMode(WalkMode mode) => new(WalkActionKind.SetMode) { Index = (int)mode };

    public static WalkAction Show(Screen screen) => new(WalkActionKind.Show) { Index = (int)screen };

    /// <summary>Another line of the open screen is the chosen one.</summary>
    public static WalkAction ChooseLine(int line) => new(WalkActionKind.ChooseLine) { Index = line };

    /// <param name="pace">Speed of flight here against the usual one.</param>
    public static WalkAction Pace(float pace) => new(WalkActionKind.Pace) { Amount = pace };

    /// <param name="model">The generator that was opened.</param>
    /// <param name="place">Where to stand in it; null to stay, or to begin at its first seed.</param>
    /// <param name="truncation">With <paramref name="place"/>: its truncation.</param>
    /// <param name="classes">With <paramref name="place"/>: its class weights, where they are known.</param>
    public static WalkAction Enter(WalkModel model, Waypoint? place = null, float truncation = 1, float[]? classes = null) =>
        new(WalkActionKind.Enter) { Model = model, Place = place, Amount = truncation, Classes = classes };

    /// <summary>Stand there at once.</summary>
    public static WalkAction GoTo(Waypoint place, float truncation, float[]? classes = null) =>
        new(WalkActionKind.GoTo) { Place = place, Amount = truncation, Classes = classes };

    /// <summary>Fly there along the great circle.</summary>
    public static WalkAction FlyTo(Waypoint place, float truncation, float[]? classes = null) =>
        new(WalkActionKind.FlyTo) { Place = place, Amount = truncation, Classes = classes };

    public static WalkAction SetFavourites(IReadOnlyList<Favourite> favourites) => new(WalkActionKind.SetFavourites) { Favourites = favourites };

    /// <param name="stops">Training steps of the run's checkpoints, oldest first.</param>
    public static WalkAction SetStops(IReadOnlyList<long> stops) => new(WalkActionKind.SetStops) { Stops = stops };

    /// <param name="name">Of the generator to compare with; null for none.</param>
    public static WalkAction SetOther(string? name) => new(WalkActionKind.SetOther) { Text = name };

    public static WalkAction SetPlan(JourneyPlan plan) => new(WalkActionKind.SetPlan) { Plan = plan };

    /// <param name="notches">Away from the user is positive.</param>
    public static WalkAction Wheel(float notches) => new(WalkActionKind.Wheel) { Amount = notches };

    /// <param name="share">Of the slider's way, in [0, 1].</param>
    public static WalkAction Slide(int slider, float share) => new(WalkActionKind.Slide) { Index = slider, Amount = share };

    /// <param name="place">As <see cref="WalkModel.Project"/> gives it.</param>
    /// <param name="within">How far off a place may lie.</param>
    public static WalkAction PickOnMap(Vector2 place, float within) => new(WalkActionKind.PickOnMap) { Drag = place, Amount = within };

    /// <param name="attractSeconds">Idle seconds until the walk goes on by itself; 0 for never.</param>
    /// <param name="reducedMotion">Nothing moves by itself at all.</param>
    public static WalkAction SetComfort(float attractSeconds, bool reducedMotion) =>
        new(WalkActionKind.SetComfort) { Amount = attractSeconds, Index = reducedMotion ? 1 : 0 };

    public static WalkAction Say(string text) => new(WalkActionKind.Say) { Text = text };

    public static WalkAction Fail(string text) => new(WalkActionKind.Fail) { Text = text };
}
