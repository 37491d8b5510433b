using LatentWalk.Core.Errors;
using LatentWalk.Core.Latents;

namespace LatentWalk.Core.Tests.Latents;

public class LatentTests
{
    // Computed independently in Python with its own Philox and its own Box-Muller. A change of these changes every picture of every user.
    [Theory]
    [InlineData(0UL, 0.9911377f, -0.9246626f, -0.61760896f, -0.4820686f, -0.15363823f, 0.1808259f)]
    [InlineData(1UL, 0.38040075f, -0.29627788f, -0.24923342f, -1.0038372f, 0.6269479f, -0.6339838f)]
    [InlineData(ulong.MaxValue, 1.0985957f, 0.6323022f, 0.64585996f, 0.7295111f, -0.59094834f, 2.0555518f)]
    public void A_seed_means_these_numbers_for_ever(ulong seed, params float[] expected) =>
        Assert.Equal(expected, Latent.FromSeed(seed, expected.Length));

    [Fact]
    public void A_longer_latent_begins_with_the_shorter_one() =>
        Assert.Equal(Latent.FromSeed(9, 33), Latent.FromSeed(9, 512).AsSpan(0, 33).ToArray());

    [Fact]
    public void Truncation_pulls_towards_the_centre()
    {
        float[] z = [1, -2, 4];
        Latent.Truncate(z, 0.5f, z);
        Assert.Equal([0.5f, -1f, 2f], z);
    }

    [Fact]
    public void Base64_brings_back_every_bit()
    {
        float[] z = [.. Latent.FromSeed(3, 100), float.Epsilon, -0f, float.MaxValue];
        float[] back = Latent.FromBase64(Latent.ToBase64(z));
        Assert.Equal(z.Select(BitConverter.SingleToInt32Bits), back.Select(BitConverter.SingleToInt32Bits));
    }

    [Fact]
    public void Base64_is_little_endian() => Assert.Equal("AACAPwAAAMA=", Latent.ToBase64([1f, -2f]));

    [Theory]
    [InlineData("!!!!", "not Base64")]
    [InlineData("AACAP", "not Base64")]
    [InlineData("AACA", "3 bytes")]
    [InlineData("", "0 bytes")]
    [InlineData("AADAfw==", "value 0 of the latent is NaN")]
    [InlineData("AACAPwAAgH8=", "value 1 of the latent is Infinity")]
    public void Text_that_is_no_latent_is_refused_with_the_reason(string text, string reason)
    {
        var error = Assert.Throws<BadDataException>(() => Latent.FromBase64(text));
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }
}
