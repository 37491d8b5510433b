namespace LatentWalk.Walking.Modes;

/// <summary>Sixty-four faces at once: the neighbours of this one, then others; one of them becomes the face.</summary>
public sealed class GridMode(FlightSettings settings) : IWalkMode
{
    public WalkMode Mode => WalkMode.Grid;

    public string Name => "Grid";

    public string Line(in WalkState state) => state.Grid?.Kind == GridKind.Seeds
        ? "other faces: ARROWS or CLICK choose  ENTER go  SPACE others  ESC back"
        : "around this face: ARROWS or CLICK choose  ENTER go  SPACE others  ESC back";

    public WalkState Enter(in WalkState state) => Open(state, GridKind.Neighbours);

    public WalkState Leave(in WalkState state) => state with { Grid = null };

    public bool TryPress(in WalkState state, Command command, out WalkState result)
    {
        Grid grid = state.Grid!;
        (result, bool known) = command switch
        {
            Command.Random => (Open(state, GridKind.Seeds), true),
            Command.Grid when grid.Kind == GridKind.Neighbours => (Open(state, GridKind.Seeds), true),
            Command.Grid or Command.Undo => (ToFlight(state), true),
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

    public WalkState Advance(in WalkState state) => state.Steering ? state with { Steering = false } : state;

    public WalkState PointAt(in WalkState state, int tile) =>
        IsCell(tile) && tile != state.Grid!.Cursor ? state with { Grid = state.Grid with { Cursor = tile } } : state;

    public WalkState Pick(in WalkState state, int tile) =>
        IsCell(tile) ? ToFlight(Moves.Jump(state, state.Grid!.Cells[tile])) : state;

    public void Order(in WalkState state, PictureOrder order) =>
        order.SetTiles(state, state.Grid!.Cells, Grid.Columns, Arrangement.Tiles);

    private static bool IsCell(int tile) => tile is >= 0 and < Grid.Count;

    private static WalkState ToFlight(in WalkState state) => state with { Mode = WalkMode.Fly, Grid = null };

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
