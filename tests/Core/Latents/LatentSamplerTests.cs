using LatentWalk.Core.Latents;

namespace LatentWalk.Core.Tests.Latents;

public class LatentSamplerTests
{
    private const int ZDim = 100;

    [Theory]
    [InlineData(SamplingStyle.Normal)]
    [InlineData(SamplingStyle.Sphere)]
    [InlineData(SamplingStyle.Truncated)]
    [InlineData(SamplingStyle.Antithetic)]
    [InlineData(SamplingStyle.Orthogonal)]
    public void A_latent_depends_on_its_seed_alone(SamplingStyle style)
    {
        LatentSampler inOrder = new(style, ZDim);
        float[][] all = [.. Enumerable.Range(0, 250).Select(seed => inOrder.Draw((ulong)seed))];
        LatentSampler backwards = new(style, ZDim);
        foreach (int seed in new[] { 249, 120, 7, 0 })
        {
            Assert.Equal(all[seed], backwards.Draw((ulong)seed));
        }

        Assert.Equal(1, all.SelectMany(z => z).Average(v => v * v), style == SamplingStyle.Truncated ? 0.3 : 0.05);
        Assert.Equal(ZDim, new LatentSampler(style, ZDim).Draw(ulong.MaxValue).Length);
    }

    [Fact]
    public void Normal_is_what_a_seed_means_everywhere() =>
        Assert.Equal(Latent.FromSeed(12, ZDim), new LatentSampler(SamplingStyle.Normal, ZDim).Draw(12));

    [Fact]
    public void The_sphere_has_one_radius_and_the_seed_s_direction()
    {
        float[] z = new LatentSampler(SamplingStyle.Sphere, ZDim).Draw(3);
        Assert.Equal(10, Sphere.Length(z), 1e-4);
        Assert.Equal(0, Sphere.Angle(z, Latent.FromSeed(3, ZDim)), 1e-3);
    }

    [Fact]
    public void Truncated_has_no_tails_and_changes_nothing_else()
    {
        LatentSampler sampler = new(SamplingStyle.Truncated, ZDim);
        int changed = 0;
        for (ulong seed = 0; seed < 50; seed++)
        {
            float[] z = sampler.Draw(seed);
            Assert.All(z, value => Assert.InRange(value, -2, 2));
            Assert.All(z.Zip(Latent.FromSeed(seed, ZDim)), pair => Assert.True(pair.First == pair.Second || Math.Abs(pair.Second) > 2));
            changed += z.Zip(Latent.FromSeed(seed, ZDim)).Count(pair => pair.First != pair.Second);
        }

        Assert.InRange(changed / (50.0 * ZDim), 0.03, 0.06);    // 4.6 % of N(0, 1) lie beyond 2
    }

    [Fact]
    public void Antithetic_pairs_cancel()
    {
        LatentSampler sampler = new(SamplingStyle.Antithetic, ZDim);
        Assert.Equal(Latent.FromSeed(6, ZDim), sampler.Draw(6));
        Assert.All(sampler.Draw(6).Zip(sampler.Draw(7)), pair => Assert.Equal(0, pair.First + pair.Second));
    }

    [Theory]
    [InlineData(100, 100)]
    [InlineData(300, 256)]
    public void Orthogonal_blocks_are_at_right_angles_and_keep_their_radii(int zdim, int block)
    {
        LatentSampler sampler = new(SamplingStyle.Orthogonal, zdim);
        float[][] first = [.. Enumerable.Range(0, block + 1).Select(seed => sampler.Draw((ulong)seed))];
        Assert.Equal(Latent.FromSeed(0, zdim), first[0].Select(v => v), (a, b) => Math.Abs(a - b) < 1e-5);
        Assert.Equal(Math.PI / 2, Sphere.Angle(first[0], first[block - 1]), 1e-5);
        Assert.Equal(Math.PI / 2, Sphere.Angle(first[3], first[40]), 1e-5);
        Assert.True(Math.Abs(Sphere.Angle(first[0], first[block]) - (Math.PI / 2)) > 1e-4);    // another block
        Assert.Equal(Sphere.Length(Latent.FromSeed(5, zdim)), Sphere.Length(first[5]), 1e-3);
    }
}
