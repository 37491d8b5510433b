using LatentWalk.Core.Latents;

namespace LatentWalk.Core.Tests.Latents;

public class SphereTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(100)]
    [InlineData(512)]
    public void Slerp_moves_at_even_speed_and_between_the_radii(int zdim)
    {
        float[] a = Latent.FromSeed(1, zdim);
        float[] b = Latent.FromSeed(2, zdim);
        float whole = Sphere.Angle(a, b);
        var point = new float[zdim];
        for (int i = 0; i <= 16; i++)
        {
            float t = i / 16f;
            Sphere.Slerp(a, b, t, point);
            Assert.Equal(whole * t, Sphere.Angle(a, point), 2e-4f);
            Assert.Equal((Length(a) * (1 - t)) + (Length(b) * t), Length(point), 1e-4 * Length(a));
        }
    }

    [Fact]
    public void Slerp_ends_exactly_at_its_ends()
    {
        float[] a = Latent.FromSeed(1, 64);
        float[] b = Latent.FromSeed(2, 64);
        var point = new float[64];
        Sphere.Slerp(a, b, 0, point);
        Assert.Equal(a, point);
        Sphere.Slerp(a, b, 1, point);
        Assert.Equal(b, point);
    }

    [Fact]
    public void Slerp_may_write_over_its_input()
    {
        float[] a = Latent.FromSeed(1, 64);
        float[] b = Latent.FromSeed(2, 64);
        var expected = new float[64];
        Sphere.Slerp(a, b, 0.3f, expected);
        Sphere.Slerp(a, b, 0.3f, a);
        Assert.Equal(expected, a);
    }

    [Fact]
    public void Slerp_between_equal_nearly_equal_and_opposite_points_stays_finite_and_on_the_sphere()
    {
        float[] a = Latent.FromSeed(1, 100);
        float[] near = [.. a.Select(x => x * 1.0000001f)];
        float[] opposite = [.. a.Select(x => -x)];
        var point = new float[100];
        foreach (float[] b in new[] { a, near, opposite })
        {
            for (float t = 0; t <= 1; t += 0.125f)
            {
                Sphere.Slerp(a, b, t, point);
                Assert.Equal(Length(a), Length(point), 1e-3);
            }
        }

        Sphere.Slerp(a, opposite, 0.5f, point);
        Assert.Equal(Math.PI / 2, Sphere.Angle(a, point), 1e-5);
    }

    [Fact]
    public void Slerp_from_the_centre_is_a_straight_line()
    {
        float[] b = Latent.FromSeed(2, 10);
        var point = new float[10];
        Sphere.Slerp(new float[10], b, 0.5f, point);
        Assert.Equal(b.Select(x => x / 2), point);
    }

    [Theory]
    [InlineData(0.001f)]
    [InlineData(0.7f)]
    [InlineData(3f)]
    [InlineData(-0.4f)]
    public void A_step_turns_by_its_angle_and_keeps_the_radius(float radians)
    {
        float[] z = Latent.FromSeed(3, 100);
        float[] before = [.. z];
        Sphere.Step(z, Latent.FromSeed(4, 100), radians);
        Assert.Equal(Math.Abs(radians), Sphere.Angle(before, z), 1e-4f);
        Assert.Equal(Length(before), Length(z), 1e-5 * Length(z));
    }

    [Fact]
    public void Ten_thousand_small_steps_do_not_let_the_radius_drift()
    {
        float[] z = Latent.FromSeed(3, 100);
        double radius = Length(z);
        float[] direction = Latent.FromSeed(4, 100);
        for (int i = 0; i < 10_000; i++)
        {
            Sphere.Step(z, direction, 0.01f);
        }

        Assert.Equal(radius, Length(z), 1e-3);
    }

    [Fact]
    public void A_step_to_and_fro_comes_back()
    {
        float[] z = Latent.FromSeed(3, 100);
        float[] before = [.. z];
        float[] direction = DirectionBasis.Random(1, 100, 1)[0].Vector;
        Sphere.Step(z, direction, 0.02f);
        Sphere.Step(z, direction, -0.02f);
        Assert.InRange(Sphere.Angle(before, z), 0, 1e-3f);
    }

    [Fact]
    public void A_step_without_a_tangent_moves_nothing()
    {
        float[] z = Latent.FromSeed(3, 100);
        float[] before = [.. z];
        Sphere.Step(z, [.. z.Select(x => x * 3)], 1);
        Sphere.Step(z, new float[100], 1);
        Assert.Equal(before, z);
    }

    [Fact]
    public void Angles_keep_their_digits_at_both_ends()
    {
        float[] a = [1, 0];
        Assert.Equal(0, Sphere.Angle(a, a));
        Assert.Equal(MathF.PI, Sphere.Angle(a, [-1, 0]));
        Assert.Equal(1e-6f, Sphere.Angle(a, [1, 1e-6f]), 1e-10f);
        Assert.Equal(0, Sphere.Angle(a, [0, 0]));
    }

    [Fact]
    public void Normalising_sets_the_radius_and_leaves_the_centre_alone()
    {
        float[] z = Latent.FromSeed(3, 100);
        Sphere.Normalise(z, 10);
        Assert.Equal(10, Length(z), 1e-5);
        float[] centre = new float[3];
        Sphere.Normalise(centre, 10);
        Assert.Equal([0f, 0f, 0f], centre);
    }

    [Fact]
    public void Lengths_that_differ_are_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Sphere.Angle([1, 2], [1]));

    private static double Length(float[] z) => Math.Sqrt(z.Sum(x => (double)x * x));
}
