using LatentWalk.Core.Latents;
using LatentWalk.Core.Walks;

namespace LatentWalk.Core.Tests.Walks;

public class ClosedLoopTests
{
    [Fact]
    public void A_circle_starts_at_its_latent_closes_and_turns_evenly()
    {
        float[] start = Latent.FromSeed(5, 100);
        CircleLoop circle = new(start, 5);
        float[][] path = Path(48, 100, circle.WriteLatent);
        Assert.Equal(start, path[0]);
        Assert.Equal(start, path[48]);
        for (int i = 0; i < 48; i++)
        {
            Assert.Equal(2 * Math.PI / 48, Sphere.Angle(path[i], path[i + 1]), 1e-4);
        }

        Assert.Equal(Math.PI, Sphere.Angle(path[0], path[24]), 1e-4);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(32)]
    public void A_noise_loop_closes_and_its_last_step_is_like_the_others(int waves)
    {
        NoiseLoop noise = new(7, 100, waves);
        float[][] path = Path(240, 100, noise.WriteLatent);
        Assert.Equal(path[0], path[240]);
        double[] steps = [.. Enumerable.Range(0, 240).Select(i => Distance(path[i], path[i + 1]))];
        Assert.InRange(steps[239], steps.Min() * 0.999, steps.Max() * 1.001);
        Assert.True(steps.Max() < 3 * steps.Average());
    }

    [Fact]
    public void A_noise_loop_s_latents_are_drawn_like_those_of_seeds()
    {
        NoiseLoop noise = new(1, 2000, 3);
        foreach (float[] z in Path(10, 2000, noise.WriteLatent))
        {
            Assert.Equal(0, z.Average(), 0.1);
            Assert.Equal(1, z.Average(v => v * v), 0.15);
        }

        float[] other = new float[2000];
        new NoiseLoop(2, 2000, 3).WriteLatent(0, other);
        Assert.NotEqual(Path(1, 2000, noise.WriteLatent)[0], other);
    }

    private delegate void Writer(double turns, Span<float> z);

    // One more than the frames: the last is the first again.
    private static float[][] Path(int frames, int zdim, Writer write)
    {
        float[][] path = new float[frames + 1][];
        for (int i = 0; i <= frames; i++)
        {
            path[i] = new float[zdim];
            write((double)i / frames, path[i]);
        }

        return path;
    }

    private static double Distance(float[] a, float[] b) => Math.Sqrt(a.Zip(b, (x, y) => (double)(x - y) * (x - y)).Sum());
}
