using System.Numerics;
using LatentWalk.Viewer.Input;
using LatentWalk.Walking;
using Silk.NET.Input;

namespace LatentWalk.Viewer.Tests.Input;

public sealed class GamepadAxesTests
{
    private static readonly GamepadAxes Usual = new(0.18f);

    [Fact]
    public void A_resting_stick_with_play_in_it_moves_nothing() =>
        Assert.Equal(default, Usual.Read(new Vector2(0.1f, -0.12f), new Vector2(-0.05f, 0.15f)));

    [Fact]
    public void Pushing_the_left_stick_away_flies_forward_at_full_thrust()
    {
        FlightInput input = Usual.Read(new Vector2(0, -1), Vector2.Zero);
        Assert.Equal(1, input.Thrust.X, 1e-5f);
        Assert.Equal(0, input.Thrust.Y, 1e-5f);
    }

    [Fact]
    public void Inverted_axes_go_the_other_way()
    {
        GamepadAxes inverted = Usual with { InvertForward = true, InvertRight = true };
        Assert.Equal(-1, inverted.Read(new Vector2(0, -1), Vector2.Zero).Thrust.X, 1e-5f);
        Assert.Equal(-1, inverted.Read(new Vector2(1, 0), Vector2.Zero).Thrust.Y, 1e-5f);
    }

    [Fact]
    public void The_right_stick_takes_the_third_direction_and_the_truncation()
    {
        FlightInput input = Usual.Read(Vector2.Zero, new Vector2(0.8f, -0.6f));
        Assert.True(input.Thrust.Z > 0.5f);
        Assert.True(input.Truncation > 0.3f);
    }

    [Fact]
    public void The_left_trigger_turns_time_back_and_the_right_one_takes_the_truncation_up()
    {
        Assert.False(Usual.Read(Vector2.Zero, Vector2.Zero, leftTrigger: 0.2f).Rewind);
        Assert.True(Usual.Read(Vector2.Zero, Vector2.Zero, leftTrigger: 0.6f).Rewind);
        Assert.Equal(1, Usual.Read(Vector2.Zero, Vector2.Zero, rightTrigger: 1).Truncation, 1e-5f);
        Assert.Equal(0, Usual.Read(Vector2.Zero, Vector2.Zero, rightTrigger: 0.1f).Truncation);
    }

    [Fact]
    public void A_wider_dead_zone_swallows_a_larger_push()
    {
        Assert.True(Usual.Read(new Vector2(0.3f, 0), Vector2.Zero).IsSteering);
        Assert.False((Usual with { DeadZone = 0.4f }).Read(new Vector2(0.3f, 0), Vector2.Zero).IsSteering);
    }

    [Fact]
    public void Thrust_grows_smoothly_from_the_edge_of_the_dead_zone()
    {
        float before = 0;
        for (float push = 0; push <= 1; push += 0.01f)
        {
            float thrust = DeadZone.Apply(new Vector2(push, 0), 0.18f).X;
            Assert.InRange(thrust - before, 0, 0.02f);
            before = thrust;
        }

        Assert.Equal(1, before, 0.02f);
    }

    [Fact]
    public void A_trigger_that_says_0_before_it_was_ever_touched_is_not_half_pulled()
    {
        bool restsLow = false;
        Assert.Equal(0, GamepadAxes.Pull(new Trigger(0, 0), ref restsLow));
        Assert.Equal(0, GamepadAxes.Pull(new Trigger(0, -1), ref restsLow));
        Assert.Equal(0.5f, GamepadAxes.Pull(new Trigger(0, 0), ref restsLow));
        Assert.Equal(1, GamepadAxes.Pull(new Trigger(0, 1), ref restsLow));
        Assert.Equal(0, GamepadAxes.Pull(new Trigger(0, float.NaN), ref restsLow));
    }
}
