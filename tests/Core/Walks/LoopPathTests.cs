using LatentWalk.Core.Latents;
using LatentWalk.Core.Walks;

namespace LatentWalk.Core.Tests.Walks;

public class LoopPathTests
{
    [Fact]
    public void A_circle_starts_at_its_seed_closes_and_turns_evenly()
    {
        float[][] path = LoopPath.Circle(5, 100, 48);
        Assert.Equal(Latent.FromSeed(5, 100), path[0]);
        for (int i = 0; i < path.Length; i++)
        {
            Assert.Equal(2 * Math.PI / 48, Sphere.Angle(path[i], path[(i + 1) % 48]), 1e-4);
        }

        Assert.Equal(Math.PI, Sphere.Angle(path[0], path[24]), 1e-4);
    }

    [Fact]
    public void Key_frames_are_met_exactly_and_the_end_leads_back()
    {
        float[][] keys = [Latent.FromSeed(1, 64), Latent.FromSeed(2, 64), Latent.FromSeed(3, 64)];
        float[][] path = LoopPath.KeyFrames(keys, 30);
        Assert.Equal(keys[0], path[0]);
        Assert.Equal(keys[1], path[10]);
        Assert.Equal(keys[2], path[20]);
        Assert.Equal(Sphere.Angle(path[28], path[29]), Sphere.Angle(path[29], path[0]), 1e-3f);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100)]
    public void Any_number_of_frames_fits_any_number_of_keys(int frames)
    {
        float[][] path = LoopPath.KeyFrames([Latent.FromSeed(1, 8), Latent.FromSeed(2, 8), Latent.FromSeed(3, 8)], frames);
        Assert.Equal(frames, path.Length);
        Assert.All(path, z => Assert.All(z, v => Assert.True(float.IsFinite(v))));
    }

    [Fact]
    public void One_key_frame_stands_still() =>
        Assert.All(LoopPath.KeyFrames([Latent.FromSeed(1, 8)], 5), z => Assert.Equal(Latent.FromSeed(1, 8), z));
}
