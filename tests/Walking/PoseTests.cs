using System.Numerics;
using LatentWalk.Core.Latents;
using LatentWalk.Walking;

namespace LatentWalk.Walking.Tests;

public sealed class PoseTests
{
    [Theory]
    [InlineData(0.1f)]
    [InlineData(0.8f)]
    [InlineData(-1.2f)]
    public void A_turn_forward_is_a_great_circle_step_towards_the_first_direction(float radians)
    {
        Waypoint place = Waypoint.OfSeed(3, Walks.ZDim);
        float[] expected = [.. place.Z];
        Sphere.Step(expected, Walks.Model.Directions[0].Vector, radians);
        float[] actual = new float[Walks.ZDim];
        Chart.At(place, Walks.Model.Directions).WriteLatent(Pose.Start.Turn(new Vector3(radians, 0, 0)), actual);
        for (int i = 0; i < actual.Length; i++)
        {
            Assert.Equal(expected[i], actual[i], 1e-4f);
        }
    }

    [Fact]
    public void Four_quarter_turns_come_back_to_where_they_began()
    {
        Pose pose = Pose.Start;
        for (int i = 0; i < 4; i++)
        {
            pose = pose.Turn(new Vector3(0, MathF.PI / 2, 0));
        }

        Assert.True(Vector4.Distance(Vector4.UnitX, pose.Position) < 1e-5f, $"ended at {pose.Position}");
        Assert.True(Vector4.Distance(Vector4.UnitZ, pose.Right) < 1e-5f, $"right points along {pose.Right}");
    }

    [Fact]
    public void A_hundred_thousand_small_turns_keep_all_right_angles()
    {
        Pose pose = Pose.Start;
        for (int i = 0; i < 100_000; i++)
        {
            pose = pose.Turn(new Vector3(0.004f, 0.003f * (i % 3), -0.002f * (i % 5)));
        }

        Vector4[] axes = [pose.Position, pose.Forward, pose.Right, pose.Third];
        for (int i = 0; i < axes.Length; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                Assert.Equal(i == j ? 1 : 0, Vector4.Dot(axes[i], axes[j]), 1e-5f);
            }
        }
    }

    [Fact]
    public void Flying_over_the_pole_of_a_direction_goes_on_at_the_same_speed()
    {
        Waypoint pole = new([.. Walks.Model.Directions[0].Vector.Select(value => value * 10)]);
        Chart chart = Chart.At(pole, Walks.Model.Directions);
        float[] z = new float[Walks.ZDim];
        chart.WriteLatent(Pose.Start.Turn(new Vector3(0.5f, 0, 0)), z);
        Assert.Equal(0.5f, Sphere.Angle(pole.Z, z), 1e-4f);
        Assert.Equal(10, Walks.Length(z), 1e-4);
    }

    [Fact]
    public void A_latent_of_two_numbers_has_one_way_to_go()
    {
        Chart chart = Chart.At(new Waypoint([3, 4]), DirectionBasis.Random(1, 2, 2));
        Assert.Equal(1, chart.Ways.X + chart.Ways.Y + chart.Ways.Z);
    }
}
