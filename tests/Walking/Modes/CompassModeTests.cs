using System.Numerics;
using LatentWalk.Core.Latents;
using LatentWalk.Tests.Counting;
using LatentWalk.Walking.Modes;

namespace LatentWalk.Walking.Tests.Modes;

public sealed class CompassModeTests
{
    [Theory]
    [InlineData(1, 1, 0, 0)]
    [InlineData(2, 1, 1, 0)]
    [InlineData(3, 0, -1, 0)]
    [InlineData(6, -1, 0, 0)]
    [InlineData(CompassTiles.Up, 0, 0, 1)]
    [InlineData(CompassTiles.Down, 0, 0, -1)]
    public void Holding_a_key_leads_through_the_tile_that_shows_it(int tile, float forward, float right, float third)
    {
        WalkState state = Walks.Begin().Fly(Walks.Ahead, 0.7).Fly(Walks.Nothing, 3).Do(WalkAction.Press(Command.Compass));
        float[] shown = [.. Tile(state, tile)];
        Simulation simulation = new(Walks.Settings, state);
        simulation.Do(WalkAction.Steer(new FlightInput(new Vector3(forward, right, third))));
        float nearest = float.MaxValue;
        for (int step = 0; step < 240; step++)
        {
            simulation.Step();
            nearest = Math.Min(nearest, Sphere.Angle(shown, simulation.State.Latent()));
        }

        Assert.True(nearest < 0.005f, $"the flight stays {nearest} radians off the tile");
        Assert.Equal(tile, CompassTiles.Towards(new Vector3(forward, right, third)));
    }

    [Fact]
    public void The_tiles_follow_a_flight_to_a_random_face_without_a_jump()
    {
        WalkState state = Walks.Begin().Do(WalkAction.Press(Command.Compass)).Do(WalkAction.Press(Command.Random));
        Simulation simulation = new(Walks.Settings, state);
        float[] before = [.. Tile(simulation.State, 4)];
        float largest = 0;
        while (simulation.State.Journey is not null)
        {
            simulation.Step();
            float[] next = [.. Tile(simulation.State, 4)];
            largest = Math.Max(largest, Sphere.Angle(before, next));
            before = next;
        }

        simulation.Step();
        largest = Math.Max(largest, Sphere.Angle(before, [.. Tile(simulation.State, 4)]));
        Assert.True(largest < 0.1f, $"a tile jumped by {largest} radians in one step");
    }

    [Fact]
    public void A_clicked_tile_is_where_the_flight_ends()
    {
        WalkState state = Walks.Begin().Do(WalkAction.Press(Command.Compass));
        float[] shown = [.. Tile(state, 7)];
        Assert.Equal(shown, state.Do(WalkAction.PickTile(7)).Fly(Walks.Nothing, 2).Latent());
    }

    [Fact]
    public void Nothing_is_allocated_while_the_tiles_follow()
    {
        WalkState state = Walks.Begin().Do(WalkAction.Press(Command.Compass)).Do(WalkAction.Press(Command.Random));
        PictureOrder order = new();
        IWalkMode mode = Walks.Reducer.Modes.Of(WalkMode.Compass);
        Assert.Equal(0, Allocated.By(() =>
        {
            order.Begin(state);
            mode.Order(state, order);
        }));
    }

    private static Span<float> Tile(in WalkState state, int tile)
    {
        PictureOrder order = new();
        order.Begin(state);
        Walks.Reducer.Modes.Of(WalkMode.Compass).Order(state, order);
        Assert.Equal(CompassTiles.Count, order.Tiles.Count);
        Assert.Equal(Arrangement.Ring, order.Arrangement);
        return order.Tiles.Latent(tile);
    }
}
