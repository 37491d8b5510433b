namespace LatentWalk.Walking.Modes;

/// <summary>One generation. Immutable.</summary>
/// <param name="Parents">Whose children these are.</param>
/// <param name="Children">The first of them are the parents themselves.</param>
/// <param name="Chosen">Parents of the next generation, a bit for each child.</param>
/// <param name="Cursor">The child that is shown large.</param>
/// <param name="Radius">Of the mutation, in standard deviations of a random latent.</param>
/// <param name="Locks">[directions + 1]: the face whose gene every child keeps; null for free ones. The last is for what no direction covers.</param>
/// <param name="Axis">The gene that the lock key locks.</param>
/// <param name="Number">Of the generation, from 1.</param>
/// <param name="Earlier">The generation before, as it was left.</param>
/// <param name="Later">The one after that undo came back from.</param>
public sealed record BreedState(
    IReadOnlyList<Waypoint> Parents, IReadOnlyList<Waypoint> Children, uint Chosen, int Cursor, float Radius,
    IReadOnlyList<Waypoint?> Locks, int Axis, int Number, BreedState? Earlier = null, BreedState? Later = null)
{
    public const int Count = 12;
    public const int Columns = 3;

    public Waypoint Shown => Children[Cursor];

    public bool IsChosen(int child) => (Chosen >> child & 1) != 0;

    public bool IsLocked(int axis) => Locks[axis] is not null;

    public BreedState Toggle(int child) => this with { Chosen = Chosen ^ (1u << child), Cursor = child };

    /// <summary>The cursor one step on; it stops at the edges.</summary>
    public BreedState Move(int right, int down) => this with
    {
        Cursor = Math.Clamp(Cursor / Columns + down, 0, Count / Columns - 1) * Columns + Math.Clamp(Cursor % Columns + right, 0, Columns - 1),
    };

    /// <summary>A free gene is kept as the shown face has it, a locked one is free again.</summary>
    public BreedState ToggleLock(int axis)
    {
        Waypoint?[] locks = [.. Locks];
        locks[axis] = locks[axis] is null ? Shown : null;
        return this with { Locks = locks, Axis = axis };
    }
}
