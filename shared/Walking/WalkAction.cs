using System.Numerics;

namespace LatentWalk.Walking;

/// <summary>
/// One thing that happens to the walk. A value type with a kind, not a family of classes: one is made every frame, and
/// frames allocate nothing.
/// </summary>
public readonly record struct WalkAction(WalkActionKind Kind)
{
    public FlightInput Input { get; private init; }

    public Command Command { get; private init; }

    public Vector2 Drag { get; private init; }

    public float Amount { get; private init; }

    public int Cell { get; private init; }

    public WalkModel? Model { get; private init; }

    public Waypoint? Place { get; private init; }

    public string? Text { get; private init; }

    public static WalkAction DragStart { get; } = new(WalkActionKind.DragStart);

    public static WalkAction DragEnd { get; } = new(WalkActionKind.DragEnd);

    public static WalkAction Recover { get; } = new(WalkActionKind.Recover);

    public static WalkAction Advance(in FlightInput input) => new(WalkActionKind.Advance) { Input = input };

    public static WalkAction Press(Command command) => new(WalkActionKind.Press) { Command = command };

    public static WalkAction DragBy(Vector2 radians) => new(WalkActionKind.DragBy) { Drag = radians };

    public static WalkAction Truncate(float change) => new(WalkActionKind.Truncate) { Amount = change };

    public static WalkAction PointAtCell(int cell) => new(WalkActionKind.PointAtCell) { Cell = cell };

    public static WalkAction PickCell(int cell) => new(WalkActionKind.PickCell) { Cell = cell };

    /// <param name="model">The generator that was opened.</param>
    /// <param name="place">Where to stand in it; null to stay, or to begin at its first seed.</param>
    /// <param name="truncation">With <paramref name="place"/>: its truncation.</param>
    public static WalkAction Enter(WalkModel model, Waypoint? place = null, float truncation = 1) =>
        new(WalkActionKind.Enter) { Model = model, Place = place, Amount = truncation };

    public static WalkAction GoTo(Waypoint place, float truncation) =>
        new(WalkActionKind.GoTo) { Place = place, Amount = truncation };

    public static WalkAction Say(string text) => new(WalkActionKind.Say) { Text = text };

    public static WalkAction Fail(string text) => new(WalkActionKind.Fail) { Text = text };
}
