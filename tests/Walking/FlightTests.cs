using System.Numerics;
using LatentWalk.Core.Latents;
using LatentWalk.Walking;

namespace LatentWalk.Walking.Tests;

public sealed class FlightTests
{
    [Fact]
    public void Any_flight_stays_on_the_sphere_it_began_on()
    {
        WalkState state = Walks.Begin();
        double radius = Walks.Length(state.Latent());
        for (int i = 0; i < 300; i++)
        {
            FlightInput input = new(new Vector3(MathF.Sin(i), MathF.Cos(0.7f * i), MathF.Sin(1.3f * i)), 0, i % 7 == 0);
            state = state.Fly(input, 0.1);
            Assert.Equal(radius, Walks.Length(state.Latent()), radius * 1e-5);
        }
    }

    [Fact]
    public void Cruising_covers_the_same_angle_every_second()
    {
        WalkState state = Walks.Begin().Fly(Walks.Ahead, 2);
        for (int second = 0; second < 8; second++)
        {
            float[] before = state.Latent();
            state = state.Fly(Walks.Ahead, 1);
            Assert.Equal(Walks.Settings.Speed, Sphere.Angle(before, state.Latent()), 2e-3f);
        }
    }

    [Theory]
    [InlineData(1.0 / 30)]
    [InlineData(1.0 / 75)]
    [InlineData(1.0 / 144)]
    [InlineData(0.0213)]
    public void The_rate_of_the_display_does_not_change_where_a_flight_ends(double frame)
    {
        float[] reference = Walks.Begin().Fly(Walks.Ahead, 1.5).Fly(new(new Vector3(0, -1, 1)), 1).Latent();
        float[] actual = Walks.Begin().Fly(Walks.Ahead, 1.5, frame).Fly(new(new Vector3(0, -1, 1)), 1, frame).Latent();
        Assert.True(Sphere.Angle(reference, actual) < 2e-3f, $"ended {Sphere.Angle(reference, actual)} rad apart");
    }

    [Theory]
    [InlineData(1.0 / 60)]
    [InlineData(1.0 / 75)]
    [InlineData(1.0 / 144)]
    public void Every_frame_of_a_cruise_moves_the_same_way(double frame)
    {
        WalkState state = Walks.Begin().Fly(Walks.Ahead, 2);
        float[] before = state.Latent();
        for (int i = 0; i < 100; i++)
        {
            state = state.Fly(Walks.Ahead, frame, frame);
            float[] after = state.Latent();
            float expected = Walks.Settings.Speed * (float)frame;
            Assert.Equal(expected, Sphere.Angle(before, after), expected * 0.02f);
            before = after;
        }
    }

    [Fact]
    public void Diagonals_are_no_faster_than_straight_lines()
    {
        FlightInput diagonal = new(new Vector3(1, 1, 1));
        WalkState state = Walks.Begin().Fly(diagonal, 2);
        float[] before = state.Latent();
        Assert.Equal(Walks.Settings.Speed, Sphere.Angle(before, state.Fly(diagonal, 1).Latent()), 2e-3f);
    }

    [Fact]
    public void Shift_is_faster_and_control_is_slower()
    {
        WalkState start = Walks.Begin();
        float Flown(FlightInput input) => Sphere.Angle(start.Latent(), start.Fly(input, 0.8).Latent());
        float plain = Flown(Walks.Ahead);
        Assert.Equal(Walks.Settings.FastFactor, Flown(Walks.Ahead with { Fast = true }) / plain, 0.05f);
        Assert.Equal(Walks.Settings.PreciseFactor, Flown(Walks.Ahead with { Precise = true }) / plain, 0.05f);
    }

    [Fact]
    public void A_released_walker_coasts_to_a_stand()
    {
        WalkState released = Walks.Begin().Fly(Walks.Ahead, 1);
        WalkState coasting = released.Fly(Walks.Nothing, 0.1);
        Assert.True(coasting.IsMoving);
        Assert.NotEqual(released.Latent(), coasting.Latent());
        WalkState standing = coasting.Fly(Walks.Nothing, 3);
        Assert.False(standing.IsMoving);
        Assert.Equal(standing.Latent(), standing.Fly(Walks.Nothing, 1).Latent());
    }

    [Fact]
    public void Forward_and_then_back_for_as_long_retraces_the_way()
    {
        WalkState there = Walks.Begin().Fly(Walks.Ahead, 2).Fly(Walks.Nothing, 3);
        WalkState back = there.Fly(new(new Vector3(-1, 0, 0)), 2).Fly(Walks.Nothing, 3);
        float left = Sphere.Angle(Walks.Begin().Latent(), back.Latent());
        Assert.True(left < 2e-3f, $"ended {left} rad beside the start");
    }

    [Fact]
    public void Back_stays_back_after_a_flight_past_the_pole_of_the_direction()
    {
        WalkState there = Walks.Begin().Fly(Walks.Ahead with { Fast = true }, 1.4).Fly(Walks.Nothing, 3);
        Assert.True(Sphere.Angle(Walks.Begin().Latent(), there.Latent()) > 1.8f);
        WalkState back = there.Fly(new(new Vector3(-1, 0, 0), 0, true), 1.4).Fly(Walks.Nothing, 3);
        float left = Sphere.Angle(Walks.Begin().Latent(), back.Latent());
        Assert.True(left < 0.02f, $"ended {left} rad beside the start");
    }

    [Fact]
    public void A_stalled_frame_does_not_fling_the_walker_away()
    {
        WalkState state = Walks.Begin().Fly(Walks.Ahead, 1);
        float[] before = state.Latent();
        state = state.Fly(Walks.Ahead, 30, 30);
        Assert.True(Sphere.Angle(before, state.Latent()) < 0.2f);
    }
}
