using System.Numerics;
using LatentWalk.Walking.Modes;

namespace LatentWalk.Walking.Tests.Modes;

public sealed class CompareModeTests
{
    [Fact]
    public void Both_pictures_are_of_one_latent_and_swap()
    {
        WalkState state = Open();
        PictureOrder order = Order(state);
        Assert.Equal(Arrangement.Wiper, order.Arrangement);
        Assert.Equal(order.Face.Z.ToArray(), order.Other.Z.ToArray());
        Assert.Equal((SourceKind.Main, SourceKind.Other), (order.Face.Source.Kind, order.Other.Source.Kind));
        order = Order(state.Do(WalkAction.Press(Command.AutoWalk)));
        Assert.Equal((SourceKind.Other, SourceKind.Main), (order.Face.Source.Kind, order.Other.Source.Kind));
        Assert.Equal(Arrangement.Pair, Order(state.Do(WalkAction.Press(Command.Compare))).Arrangement);
    }

    [Fact]
    public void Mouse_wheel_and_the_third_axis_move_the_wiper_and_the_face_stays()
    {
        WalkState state = Open();
        float[] z = state.Latent();
        Assert.Equal(0.2f, state.Do(WalkAction.Slide(0, 0.2f)).Split);
        Assert.Equal(0.55f, state.Do(WalkAction.Wheel(1)).Split, 1e-5f);
        WalkState moved = state.Fly(new FlightInput(new Vector3(0, 0, -1)), 2);
        Assert.Equal(0, moved.Split);
        Assert.Equal(z, moved.Latent());
        Assert.NotEqual(z, state.Fly(Walks.Ahead, 0.5).Latent());
    }

    [Fact]
    public void Alone_it_asks_for_a_second_generator()
    {
        WalkState state = Walks.Begin().Do(WalkAction.Press(Command.Compare));
        Assert.Equal(0, Order(state).Other.Count);
        Assert.Contains("drop a second generator", Walks.Reducer.Modes.Of(WalkMode.Compare).Line(state), StringComparison.Ordinal);
    }

    private static WalkState Open() => Walks.Begin().Do(WalkAction.SetOther("other")).Do(WalkAction.Press(Command.Compare));

    private static PictureOrder Order(in WalkState state)
    {
        PictureOrder order = new();
        order.Begin(state);
        Walks.Reducer.Modes.Of(WalkMode.Compare).Order(state, order);
        return order;
    }
}
