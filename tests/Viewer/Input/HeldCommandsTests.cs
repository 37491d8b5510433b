using System.Numerics;
using LatentWalk.Viewer.Input;

using LatentWalk.Walking;

namespace LatentWalk.Viewer.Tests.Input;

public sealed class HeldCommandsTests
{
    [Fact]
    public void A_tap_whose_press_and_release_arrive_together_still_moves()
    {
        HeldCommands held = new();
        held.Press(Command.Forward);
        held.Release(Command.Forward);
        Assert.Equal(Vector3.UnitX, held.Read(0.05).Thrust);
        Assert.Equal(Vector3.UnitX, held.Read(0.05).Thrust);
        Assert.Equal(Vector3.Zero, held.Read(0.05).Thrust);
    }

    [Fact]
    public void A_command_with_two_keys_is_held_until_both_are_up()
    {
        HeldCommands held = new();
        held.Press(Command.Left);
        held.Press(Command.Left);
        held.Release(Command.Left);
        held.Read(1);
        Assert.Equal(-Vector3.UnitY, held.Read(1).Thrust);
        held.Release(Command.Left);
        Assert.Equal(Vector3.Zero, held.Read(1).Thrust);
    }

    [Fact]
    public void Opposite_keys_cancel_and_modifiers_arrive()
    {
        HeldCommands held = new();
        held.Press(Command.Forward);
        held.Press(Command.Backward);
        held.Press(Command.Fast);
        Assert.Equal(Vector3.Zero, held.Read(1).Thrust);
        Assert.True(held.Read(1).Fast);
    }

    [Fact]
    public void Losing_the_keyboard_releases_everything()
    {
        HeldCommands held = new();
        held.Press(Command.Right);
        held.ReleaseAll();
        Assert.False(held.Read(1).IsSteering);
    }
}
