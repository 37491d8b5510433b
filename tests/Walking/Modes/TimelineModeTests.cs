using System.Numerics;
using LatentWalk.Walking.Modes;

namespace LatentWalk.Walking.Tests.Modes;

public sealed class TimelineModeTests
{
    [Fact]
    public void It_begins_at_the_newest_checkpoint_and_a_tap_goes_one_back()
    {
        WalkState state = Open(5);
        Assert.Equal(4, Source(state));
        Assert.Equal(3, Source(state.Do(WalkAction.Press(Command.Left))));
        Assert.Equal(4, Source(state.Do(WalkAction.Press(Command.Right))));
        Assert.Equal(2, Source(state.Do(WalkAction.Wheel(-1)).Do(WalkAction.Wheel(-1))));
        Assert.Equal(1, Source(state.Do(WalkAction.Slide(0, 0.25f))));
    }

    [Fact]
    public void Holding_the_key_goes_through_all_of_them_and_the_latent_stays()
    {
        WalkState state = Open(40);
        float[] z = state.Latent();
        WalkState oldest = state.Fly(new FlightInput(new Vector3(0, -1, 0)), 6);
        Assert.Equal(0, Source(oldest));
        Assert.Equal(z, oldest.Latent());
    }

    [Fact]
    public void One_still_flies_along_the_other_axes()
    {
        WalkState state = Open(5);
        Assert.NotEqual(state.Latent(), state.Fly(Walks.Ahead, 0.5).Latent());
    }

    [Fact]
    public void Whoever_looks_at_the_newest_checkpoint_goes_on_looking_at_the_newest()
    {
        WalkState state = Open(5);
        Assert.Equal(6, Source(state.Do(WalkAction.SetStops([1, 2, 3, 4, 5, 6, 7]))));
        Assert.Equal(3, Source(state.Do(WalkAction.Press(Command.Left)).Do(WalkAction.SetStops([1, 2, 3, 4, 5, 6, 7]))));
    }

    [Fact]
    public void Without_a_run_the_face_stays_and_the_line_says_what_to_do()
    {
        WalkState state = Walks.Begin().Do(WalkAction.Press(Command.Timeline)).Do(WalkAction.Press(Command.Left));
        PictureOrder order = new();
        order.Begin(state);
        IWalkMode mode = Walks.Reducer.Modes.Of(WalkMode.Timeline);
        mode.Order(state, order);
        Assert.Equal(SourceKind.Main, order.Face.Source.Kind);
        Assert.Contains("open a run folder", mode.Line(state), StringComparison.Ordinal);
    }

    private static WalkState Open(int stops) => Walks.Begin()
        .Do(WalkAction.SetStops([.. Enumerable.Range(1, stops).Select(stop => stop * 100L)])).Do(WalkAction.Press(Command.Timeline));

    private static int Source(in WalkState state)
    {
        PictureOrder order = new();
        order.Begin(state);
        Walks.Reducer.Modes.Of(WalkMode.Timeline).Order(state, order);
        Assert.Equal(SourceKind.Stop, order.Face.Source.Kind);
        return order.Face.Source.Index;
    }
}
