using LatentWalk.Core.Numerics;

namespace LatentWalk.Core.Tests.Numerics;

public class StableMathTests
{
    [Fact]
    public void The_logarithm_agrees_with_the_system()
    {
        for (double x = 1e-12; x < 1e12; x *= 1.0137)
        {
            double expected = Math.Log(x);
            Assert.InRange(StableMath.Log(x) - expected, -4e-16 * Math.Max(1, Math.Abs(expected)), 4e-16 * Math.Max(1, Math.Abs(expected)));
        }

        Assert.Equal(0, StableMath.Log(1));
    }

    [Fact]
    public void Sine_and_cosine_agree_with_the_system()
    {
        for (double turns = -2; turns <= 2; turns += 1 / 4097.0)
        {
            var (sin, cos) = StableMath.SinCosTurns(turns);
            Assert.Equal(Math.Sin(turns * 2 * Math.PI), sin, 2e-15);
            Assert.Equal(Math.Cos(turns * 2 * Math.PI), cos, 2e-15);
        }

        for (double radians = -40; radians <= 40; radians += 0.0137)
        {
            var (sin, cos) = StableMath.SinCos(radians);
            Assert.Equal(Math.Sin(radians), sin, 2e-14);
            Assert.Equal(Math.Cos(radians), cos, 2e-14);
        }
    }

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(0.25, 1, 0)]
    [InlineData(0.5, 0, -1)]
    [InlineData(0.75, -1, 0)]
    [InlineData(1, 0, 1)]
    [InlineData(-0.25, -1, 0)]
    public void Quarters_of_a_turn_are_exact(double turns, double sin, double cos) =>
        Assert.Equal((sin, cos), StableMath.SinCosTurns(turns));

    [Fact]
    public void The_angle_of_a_point_agrees_with_the_system()
    {
        for (int i = 0; i < 4000; i++)
        {
            var (y, x) = StableMath.SinCosTurns(i / 4000.0);
            double radius = 1e-3 + i;

            // Adding 0 takes the sign of a zero away, which the system would answer with -π.
            Assert.Equal(Math.Atan2((y * radius) + 0.0, x * radius), StableMath.Atan2(y * radius, x * radius), 1e-15 * 4);
        }

        Assert.Equal(0, StableMath.Atan2(0, 0));
        Assert.Equal(Math.PI, StableMath.Atan2(0, -1));
    }
}
