namespace LatentWalk.Walking.Modes;

/// <summary>Twelve children of chosen faces; choose the ones you like and breed on. The child under the cursor is shown large, and one stands there on leaving.</summary>
public sealed class BreedMode : IWalkMode, ISliderMode
{
    private const float FirstRadius = 0.45f;
    private const float LargestRadius = 1.5f;
    private const float RadiusStep = 0.05f;

    /// <summary>Parents that stay among their children.</summary>
    private const int MostElders = 4;

    public WalkMode Mode => WalkMode.Breed;

    public string Name => "Breed";

    public string Line(in WalkState state) => state.Breed!.Chosen == 0
        ? "CLICK or ENTER choose parents   SPACE more   + - spread   ESC take it"
        : "SPACE breed the chosen   Z back   [ ] gene   TAB lock it   ESC take it";

    public WalkState Enter(in WalkState state)
    {
        WalkState standing = Moves.RememberHere(state);
        Waypoint?[] locks = new Waypoint?[state.Model.Directions.Count + 1];
        BreedState begin = new([standing.Chart.Origin], [standing.Chart.Origin], 0, 0, FirstRadius, locks, 0, 0);
        WalkState bred = Next(standing with { Breed = begin });
        return Show(bred, bred.Breed! with { Chosen = 0, Earlier = null });
    }

    public WalkState Leave(in WalkState state) => (state.Preview is null ? state : Moves.Settle(state)) with { Breed = null };

    public bool TryPress(in WalkState state, Command command, out WalkState result)
    {
        BreedState breed = state.Breed!;
        (result, bool known) = command switch
        {
            Command.Random => (Next(state), true),
            Command.Pick => (Show(state, breed.Toggle(breed.Cursor)), true),
            Command.Forward => (Show(state, breed.Move(0, -1)), true),
            Command.Backward => (Show(state, breed.Move(0, 1)), true),
            Command.Left => (Show(state, breed.Move(-1, 0)), true),
            Command.Right => (Show(state, breed.Move(1, 0)), true),
            Command.TruncationUp => (Spread(state, breed.Radius + RadiusStep), true),
            Command.TruncationDown => (Spread(state, breed.Radius - RadiusStep), true),
            Command.NextAxes or Command.NextClass => (Choose(state, breed.Axis + 1), true),
            Command.PreviousAxes or Command.PreviousClass => (Choose(state, breed.Axis - 1), true),
            Command.AutoWalk => (state with { Breed = breed.ToggleLock(breed.Axis) }, true),
            Command.NextForwardAxis => (Lock(state, state.Axes.Forward), true),
            Command.NextRightAxis => (Lock(state, state.Axes.Right), true),
            Command.NextThirdAxis => (Lock(state, state.Axes.Third), true),
            Command.Undo when breed.Earlier is { } earlier => (Show(state, earlier with { Later = breed }), true),
            Command.Undo => (state with { Mode = WalkMode.Fly, Breed = null, Preview = null }, true),
            Command.Redo => (breed.Later is { } later ? Show(state, later) : state, true),
            Command.Breed => (Enter(Leave(state)), true),
            _ => (state, false),
        };
        return known;
    }

    public bool TryWheel(in WalkState state, float notches, out WalkState result)
    {
        result = Spread(state, state.Breed!.Radius + notches * RadiusStep);
        return true;
    }

    public WalkState Advance(in WalkState state) => state.Steering ? state with { Steering = false } : state;

    public WalkState PointAt(in WalkState state, int tile) =>
        IsChild(tile) && tile != state.Breed!.Cursor ? Show(state, state.Breed with { Cursor = tile }) : state;

    public WalkState Pick(in WalkState state, int tile) => IsChild(tile) ? Show(state, state.Breed!.Toggle(tile)) : state;

    public void Order(in WalkState state, PictureOrder order)
    {
        order.Sliders = SliderCount(state);
        order.SetTiles(state, state.Breed!.Children, BreedState.Columns, Arrangement.Side);
    }

    public int SliderCount(in WalkState state) => 2;

    public int ChosenSlider(in WalkState state) => 1;

    public string SliderName(in WalkState state, int slider) => slider == 0 ? "spread" : "gene";

    public float SliderShare(in WalkState state, int slider) => slider == 0
        ? state.Breed!.Radius / LargestRadius
        : state.Breed!.Axis / (float)Math.Max(1, state.Breed.Locks.Count - 1);

    public int WriteSlider(in WalkState state, int slider, Span<char> text)
    {
        BreedState breed = state.Breed!;
        string locked = breed.IsLocked(breed.Axis) ? "locked" : "free";
        bool fits = slider == 0 ? text.TryWrite($"{breed.Radius:F2}", out int length)
            : breed.Axis == breed.Locks.Count - 1 ? text.TryWrite($"rest {locked}", out length)
            : text.TryWrite($"{breed.Axis + 1} {locked}", out length);
        return fits ? length : 0;
    }

    public WalkState Slide(in WalkState state, int slider, float share) => slider == 0
        ? Spread(state, share * LargestRadius)
        : Choose(state, (int)MathF.Round(share * (state.Breed!.Locks.Count - 1)));

    private static bool IsChild(int tile) => tile is >= 0 and < BreedState.Count;

    private static WalkState Show(in WalkState state, BreedState breed) => state with { Breed = breed, Preview = breed.Shown };

    private static WalkState Spread(in WalkState state, float radius) =>
        state with { Breed = state.Breed! with { Radius = Math.Clamp(MathF.Round(radius / RadiusStep) * RadiusStep, 0, LargestRadius) } };

    private static WalkState Choose(in WalkState state, int axis)
    {
        int count = state.Breed!.Locks.Count;
        return state with { Breed = state.Breed with { Axis = (axis + count) % count } };
    }

    private static WalkState Lock(in WalkState state, int axis) =>
        axis < state.Breed!.Locks.Count ? state with { Breed = state.Breed.ToggleLock(axis) } : state;

    // The chosen ones breed; where none is chosen, the parents have more children.
    private static WalkState Next(in WalkState state)
    {
        BreedState breed = state.Breed!;
        IReadOnlyList<Waypoint> parents = breed.Chosen == 0
            ? breed.Parents
            : [.. breed.Children.Where((_, child) => breed.IsChosen(child))];
        Breeding breeding = new(parents, state.Model.Directions, breed.Locks, breed.Radius);
        int elders = Math.Min(MostElders, parents.Count);
        Waypoint[] children = new Waypoint[BreedState.Count];
        for (int child = 0; child < children.Length; child++)
        {
            children[child] = child < elders ? parents[child] : breeding.Child(state.WalkSeed, state.Draws + (uint)(child - elders));
        }

        BreedState next = breed with
        {
            Parents = parents,
            Children = children,
            Chosen = breed.Chosen == 0 ? 0 : (1u << elders) - 1,
            Cursor = 0,
            Number = breed.Number + 1,
            Earlier = breed,
            Later = null,
        };
        return Show(state, next) with { Draws = state.Draws + (uint)(children.Length - elders) };
    }
}
