namespace LatentWalk.Walking.Modes;

/// <summary>Sixty-four faces at once: the neighbours of this one, then others; one of them becomes the face.</summary>
public sealed class GridMode(FlightSettings settings) : IWalkMode
{
    private const float ZoomFactor = 0.6f;
    private const float NearestSpacing = 0.01f;

    /// <summary>Eight of these go half round the sphere.</summary>
    private const float FarthestSpacing = 0.4f;

    public WalkMode Mode => WalkMode.Grid;

    public string Name => "Grid";

    public string Line(in WalkState state) => state.Grid?.Kind == GridKind.Seeds
        ? "other faces: CLICK or ENTER go there   + its neighbours   SPACE others   ESC back"
        : "neighbours: CLICK or ENTER go there   + - zoom   SPACE other faces   ESC back";

    public WalkState Enter(in WalkState state) => Open(state, GridKind.Neighbours);

    public WalkState Leave(in WalkState state) => state with { Grid = null };

    public bool TryPress(in WalkState state, Command command, out WalkState result)
    {
        Grid grid = state.Grid!;
        (result, bool known) = command switch
        {
            Command.Random => (Open(state, GridKind.Seeds), true),
            Command.Grid when grid.Kind == GridKind.Neighbours => (Open(state, GridKind.Seeds), true),
            Command.Undo when grid.Earlier is { } earlier => (state with { Grid = earlier }, true),
            Command.Grid or Command.Undo => (ToFlight(state), true),
            Command.TruncationUp => (Zoom(state, 1), true),
            Command.TruncationDown => (Zoom(state, -1), true),
            Command.Pick => (Pick(state, grid.Cursor), true),
            Command.Forward => (state with { Grid = grid.Move(0, -1) }, true),
            Command.Backward => (state with { Grid = grid.Move(0, 1) }, true),
            Command.Left => (state with { Grid = grid.Move(-1, 0) }, true),
            Command.Right => (state with { Grid = grid.Move(1, 0) }, true),
            Command.AutoWalk => (state, true),
            _ => (state, false),
        };
        return known;
    }

    public bool TryWheel(in WalkState state, float notches, out WalkState result)
    {
        result = notches == 0 ? state : Zoom(state, Math.Sign(notches));
        return true;
    }

    public WalkState Advance(in WalkState state) => state.Steering ? state with { Steering = false } : state;

    public WalkState PointAt(in WalkState state, int tile) =>
        IsCell(tile) && tile != state.Grid!.Cursor ? state with { Grid = state.Grid with { Cursor = tile } } : state;

    public WalkState Pick(in WalkState state, int tile) =>
        IsCell(tile) ? ToFlight(Moves.Jump(state, state.Grid!.Cells[tile])) : state;

    public void Order(in WalkState state, PictureOrder order) =>
        order.SetTiles(state, state.Grid!.Cells, Grid.Columns, Arrangement.Tiles);

    private static bool IsCell(int tile) => tile is >= 0 and < Grid.Count;

    private static WalkState ToFlight(in WalkState state) => state with { Mode = WalkMode.Fly, Grid = null };

    // Into the chosen face: its own neighbours, nearer and nearer; or out again.
    private WalkState Zoom(in WalkState state, int by)
    {
        Grid grid = state.Grid!;
        float spacing = grid.Kind == GridKind.Seeds ? settings.GridSpacing : grid.Spacing * MathF.Pow(ZoomFactor, by);
        if (spacing is < NearestSpacing or > FarthestSpacing || (grid.Kind == GridKind.Seeds && by < 0))
        {
            return state;
        }

        return state with { Grid = Grid.Around(grid.Cells[grid.Cursor], state.Headings, spacing) with { Earlier = grid } };
    }

    private WalkState Open(in WalkState state, GridKind kind)
    {
        WalkState standing = Moves.Stop(state);
        if (kind == GridKind.Neighbours)
        {
            return standing with { Grid = Grid.Around(standing.Chart.Origin, state.Headings, settings.GridSpacing) };
        }

        Span<ulong> seeds = stackalloc ulong[Grid.Count];
        for (int cell = 0; cell < seeds.Length; cell++)
        {
            seeds[cell] = state.DrawSeed(state.Draws + (uint)cell);
        }

        return standing with { Grid = Grid.OfSeeds(seeds, state.Model.ZDim), Draws = state.Draws + (uint)seeds.Length };
    }
}
