using LatentWalk.Core.Latents;
using LatentWalk.Walking;

namespace LatentWalk.Walking.Tests;

public sealed class GridTests
{
    [Fact]
    public void G_opens_the_neighbours_then_other_seeds_then_closes()
    {
        WalkState state = Walks.Begin().Do(WalkAction.Press(Command.Grid));
        Assert.Equal(GridKind.Neighbours, state.Grid!.Kind);
        Assert.Equal(Walks.Begin().Latent(), state.Grid.Cells[Grid.Centre].Z);
        state = state.Do(WalkAction.Press(Command.Grid));
        Assert.Equal(GridKind.Seeds, state.Grid!.Kind);
        Assert.Equal(Grid.Count, state.Grid.Cells.Select(cell => cell.Seed).Distinct().Count());
        Assert.Null(state.Do(WalkAction.Press(Command.Grid)).Grid);
    }

    [Fact]
    public void Up_in_the_grid_is_what_flying_forward_would_show()
    {
        WalkState state = Walks.Begin();
        Grid grid = state.Do(WalkAction.Press(Command.Grid)).Grid!;
        float[] ahead = state.Latent();
        Sphere.Step(ahead, Walks.Model.Directions[0].Vector, Walks.Settings.GridSpacing);
        Assert.True(Sphere.Angle(ahead, grid.Cells[Grid.Centre - Grid.Columns].Z) < 1e-3f);
        Assert.Equal(Walks.Settings.GridSpacing, Sphere.Angle(state.Latent(), grid.Cells[Grid.Centre + 1].Z), 1e-4f);
    }

    [Fact]
    public void The_cursor_stops_at_the_edges()
    {
        WalkState state = Walks.Begin().Do(WalkAction.Press(Command.Grid));
        for (int i = 0; i < 20; i++)
        {
            state = state.Do(WalkAction.Press(Command.Forward)).Do(WalkAction.Press(Command.Left));
        }

        Assert.Equal(0, state.Grid!.Cursor);
        Assert.Equal(Grid.Count - 1, (state.Grid with { Cursor = 55 }).Move(100, 100).Cursor);
    }

    [Fact]
    public void Enter_and_a_click_pick_a_face_that_back_gives_up_again()
    {
        WalkState start = Walks.Begin();
        WalkState open = start.Do(WalkAction.Press(Command.Grid)).Do(WalkAction.Press(Command.Grid));
        WalkState moved = open.Do(WalkAction.Press(Command.Right));
        WalkState picked = moved.Do(WalkAction.Press(Command.Pick));
        Assert.Equal(open.Grid!.Cells[1].Z, picked.Latent());
        Assert.Equal(open.Grid.Cells[1].Seed, picked.Home);
        Assert.Equal(open.Grid.Cells[40].Z, open.Do(WalkAction.PickTile(40)).Latent());
        Assert.Equal(start.Latent(), picked.Do(WalkAction.Press(Command.Undo)).Fly(Walks.Nothing, 1).Latent());
    }

    [Fact]
    public void Nothing_flies_while_the_grid_is_open()
    {
        WalkState state = Walks.Begin().Fly(Walks.Ahead, 1).Do(WalkAction.Press(Command.Grid));
        float[] before = state.Latent();
        Assert.Equal(before, state.Fly(Walks.Ahead, 1).Latent());
    }
}
