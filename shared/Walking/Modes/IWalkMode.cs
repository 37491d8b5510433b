namespace LatentWalk.Walking.Modes;

/// <summary>One way to play. Stateless: whatever a mode remembers is an immutable record in the <see cref="WalkState"/>.</summary>
public interface IWalkMode
{
    WalkMode Mode { get; }

    /// <summary>One word, as the menu shows it.</summary>
    string Name { get; }

    /// <summary>The tutorial line: what can be done here, in at most about 70 characters.</summary>
    string Line(in WalkState state);

    /// <summary>The mode begins; the state is already in it.</summary>
    WalkState Enter(in WalkState state);

    /// <summary>The mode ends: what it remembers only for itself goes.</summary>
    WalkState Leave(in WalkState state);

    /// <summary>A command was pressed, its own key included; false where the mode has no meaning of its own for it.</summary>
    bool TryPress(in WalkState state, Command command, out WalkState result);

    /// <summary>The wheel was turned; false where that changes the truncation, as everywhere else.</summary>
    bool TryWheel(in WalkState state, float notches, out WalkState result)
    {
        result = state;
        return false;
    }

    /// <summary>One simulation step (<see cref="FlightSettings.StepSeconds"/>).</summary>
    WalkState Advance(in WalkState state);

    /// <summary>The pointer is over a tile.</summary>
    WalkState PointAt(in WalkState state, int tile);

    /// <summary>A tile was clicked.</summary>
    WalkState Pick(in WalkState state, int tile);

    /// <summary>Writes what must be on screen; called every frame, allocates nothing. The order comes with the face of the walk in it.</summary>
    void Order(in WalkState state, PictureOrder order);
}
