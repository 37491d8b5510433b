using LatentWalk.Core.Latents;
using LatentWalk.Viewer.App;
using LatentWalk.Viewer.Tests.Working;
using LatentWalk.Viewer.Working;

namespace LatentWalk.Viewer.Tests.App;

public sealed class PaceKeeperTests
{
    [Fact]
    public void The_mean_difference_is_the_plain_one()
    {
        byte[] a = new byte[16411];
        byte[] b = new byte[16411];
        Random random = new(3);
        random.NextBytes(a);
        random.NextBytes(b);
        Assert.Equal(a.Zip(b, (x, y) => (double)Math.Abs(x - y)).Average(), PaceKeeper.MeanDifference(a, b), 1e-9);
    }

    [Fact]
    public void Where_the_picture_changes_twice_as_fast_the_pace_is_halved()
    {
        using CountingSource source = new();
        PaceKeeper keeper = new();
        float[] z = Latent.FromSeed(1, CountingSource.Size);
        float[] direction = Latent.FromSeed(2, CountingSource.Size);
        double value = 5;
        for (int i = 0; i < 400; i++)
        {
            See(keeper, source, z, direction, ref value, 0.2);
        }

        Assert.Equal(1, keeper.Pace, 0.1f);
        for (int i = 0; i < 60; i++)
        {
            See(keeper, source, z, direction, ref value, 0.4);
        }

        Assert.InRange(keeper.Pace, 0.5f, 0.65f);
        for (int i = 0; i < 120; i++)
        {
            See(keeper, source, z, direction, ref value, 0.2);
        }

        Assert.InRange(keeper.Pace, 0.9f, 1.15f);
    }

    // The picture's level rises evenly, so many levels per step of the walk.
    private static void See(PaceKeeper keeper, IPictureSource source, float[] z, float[] direction, ref double value, double change)
    {
        Sphere.Step(z, direction, 0.01f);
        value += change;
        byte[] rgba = new byte[4000];
        for (int i = 0; i < rgba.Length; i++)
        {
            rgba[i] = (byte)(value + i / 4000.0);    // dithered, so that a fraction of a level is seen
        }

        keeper.See(source, 1, z, rgba);
    }
}
