using System.Numerics;
using LatentWalk.Core.Latents;
using LatentWalk.Walking.Modes;

namespace LatentWalk.Walking.Tests.Modes;

public sealed class AttractModeTests
{
    [Fact]
    public void It_begins_by_itself_after_the_idle_seconds_and_not_before()
    {
        WalkState state = Walks.Begin().Do(WalkAction.SetComfort(20, false));
        Assert.Equal(WalkMode.Fly, state.Fly(Walks.Nothing, 19).Mode);
        Assert.Equal(WalkMode.Attract, state.Fly(Walks.Nothing, 21).Mode);
        Assert.Equal(WalkMode.Fly, Walks.Begin().Fly(Walks.Nothing, 200).Mode);
    }

    [Fact]
    public void Reduced_motion_lets_nothing_move_by_itself()
    {
        WalkState state = Walks.Begin().Do(WalkAction.SetComfort(20, true));
        Assert.Equal(WalkMode.Fly, state.Fly(Walks.Nothing, 60).Mode);
        Assert.Equal(WalkMode.Fly, state.Do(WalkAction.Press(Command.Attract)).Mode);
    }

    public static TheoryData<string> Touches => ["steer", "press", "drag", "wheel", "touch"];

    [Theory]
    [MemberData(nameof(Touches))]
    public void Any_touch_stands_where_the_picture_is_and_nothing_is_lost(string kind)
    {
        WalkState start = Walks.Begin();
        WalkState state = start.Do(WalkAction.Press(Command.Attract)).Fly(Walks.Nothing, 8.5);
        float[] shown = state.Latent();
        WalkState taken = state.Do(kind switch
        {
            "steer" => WalkAction.Steer(Walks.Ahead),
            "press" => WalkAction.Press(Command.Random),
            "drag" => WalkAction.DragStart,
            "wheel" => WalkAction.Wheel(1),
            _ => WalkAction.Touch,
        });
        Assert.Equal(WalkMode.Fly, taken.Mode);
        Assert.Null(taken.Playback);
        Assert.Equal(shown, taken.Latent());
        Assert.Equal(state.TruncationGoal, taken.TruncationGoal);
        bool found = false;
        for (History? entry = taken.History; entry is not null; entry = entry.Earlier)
        {
            found |= entry.Place.Z.SequenceEqual(start.Latent());
        }

        Assert.True(found, "the face that it began at is gone");
    }

    [Fact]
    public void The_loop_shows_the_ways_ahead_and_the_neighbours_now_and_then_and_never_jumps()
    {
        Simulation simulation = new(Walks.Settings, Walks.Begin().Do(WalkAction.Press(Command.Attract)));
        HashSet<Arrangement> seen = [];
        PictureOrder order = new();
        float[] before = simulation.State.Latent();
        for (int step = 0; step < 120 * 130; step++)
        {
            simulation.Step();
            order.Begin(simulation.State);
            simulation.Reducer.Modes.Of(simulation.State.Mode).Order(simulation.State, order);
            seen.Add(order.Arrangement);
            float[] next = simulation.State.Latent();
            Assert.True(Sphere.Angle(before, next) < 0.02f, $"jumps after {step / 120.0} s");
            before = next;
        }

        Assert.Equal(WalkMode.Attract, simulation.State.Mode);
        Assert.Equal([Arrangement.Face, Arrangement.Tiles, Arrangement.Ring], seen.Order());
    }
}
