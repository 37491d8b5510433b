using LatentWalk.Core.Latents;

namespace LatentWalk.Walking.Tests.Modes;

public sealed class GridModeTests
{
    [Fact]
    public void Zooming_goes_into_the_chosen_face_and_undo_comes_back()
    {
        WalkState state = Walks.Begin().Do(WalkAction.Press(Command.Grid)).Do(WalkAction.PointAt(12));
        Grid whole = state.Grid!;
        WalkState near = state.Do(WalkAction.Wheel(1));
        Assert.Same(whole.Cells[12], near.Grid!.Cells[Grid.Centre]);
        Assert.True(Step(near.Grid) < Step(whole) * 0.7f);
        Assert.Same(whole, near.Do(WalkAction.Press(Command.Undo)).Grid);
        Assert.True(Step(near.Do(WalkAction.Press(Command.TruncationDown)).Grid!) > Step(near.Grid));
    }

    [Fact]
    public void Zooming_into_a_seed_shows_its_neighbours()
    {
        WalkState state = Walks.Begin().Do(WalkAction.Press(Command.Grid)).Do(WalkAction.Press(Command.Random)).Do(WalkAction.PointAt(20));
        Waypoint seed = state.Grid!.Cells[20];
        state = state.Do(WalkAction.Press(Command.TruncationUp));
        Assert.Equal(GridKind.Neighbours, state.Grid!.Kind);
        Assert.Same(seed, state.Grid.Cells[Grid.Centre]);
        Assert.Equal(GridKind.Seeds, state.Do(WalkAction.Press(Command.Undo)).Grid!.Kind);
    }

    [Fact]
    public void There_is_a_nearest_and_a_farthest_grid()
    {
        WalkState state = Walks.Begin().Do(WalkAction.Press(Command.Grid));
        for (int i = 0; i < 30; i++)
        {
            state = state.Do(WalkAction.Press(Command.TruncationUp));
        }

        Assert.InRange(Step(state.Grid!), 0.005f, 0.03f);
        for (int i = 0; i < 40; i++)
        {
            state = state.Do(WalkAction.Press(Command.TruncationDown));
        }

        Assert.InRange(Step(state.Grid!), 0.2f, 0.41f);
    }

    private static float Step(Grid grid) => Sphere.Angle(grid.Cells[Grid.Centre].Z, grid.Cells[Grid.Centre + 1].Z);
}
