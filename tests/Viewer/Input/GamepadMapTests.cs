using System.Numerics;
using LatentWalk.Viewer.Input;
using LatentWalk.Walking;
using Silk.NET.Input;

namespace LatentWalk.Viewer.Tests.Input;

public sealed class GamepadMapTests
{
    [Fact]
    public void A_resting_stick_with_play_in_it_moves_nothing() =>
        Assert.Equal(default, GamepadMap.Read(new Vector2(0.1f, -0.12f), new Vector2(-0.05f, 0.15f)));

    [Fact]
    public void Pushing_the_left_stick_away_flies_forward_at_full_thrust()
    {
        FlightInput input = GamepadMap.Read(new Vector2(0, -1), Vector2.Zero);
        Assert.Equal(1, input.Thrust.X, 1e-5f);
        Assert.Equal(0, input.Thrust.Y, 1e-5f);
    }

    [Fact]
    public void The_right_stick_takes_the_third_direction_and_the_truncation()
    {
        FlightInput input = GamepadMap.Read(Vector2.Zero, new Vector2(0.8f, -0.6f));
        Assert.True(input.Thrust.Z > 0.5f);
        Assert.True(input.Truncation > 0.3f);
    }

    [Fact]
    public void Thrust_grows_smoothly_from_the_edge_of_the_dead_zone()
    {
        float before = 0;
        for (float push = 0; push <= 1; push += 0.01f)
        {
            float thrust = DeadZone.Apply(new Vector2(push, 0)).X;
            Assert.InRange(thrust - before, 0, 0.02f);
            before = thrust;
        }

        Assert.Equal(1, before, 0.02f);
    }

    [Theory]
    [InlineData(ButtonName.A, "Random")]
    [InlineData(ButtonName.B, "Undo")]
    [InlineData(ButtonName.X, "Save")]
    [InlineData(ButtonName.Y, "AutoWalk")]
    public void Buttons_do_what_the_help_says(ButtonName button, string command)
    {
        Assert.True(GamepadMap.TryGet(button, out Command actual));
        Assert.Equal(command, actual.ToString());
    }
}
