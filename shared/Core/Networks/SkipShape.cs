namespace LatentWalk.Core.Networks;

/// <summary>
/// The shape of <c>skip</c> networks (after FastGAN: Liu et al., "Towards Faster and Stabilized GAN Training for High-fidelity Few-shot
/// Image Synthesis", 2021), without its noise and gated linear units, so that a picture is a function of its latent in plain operators.
/// A generator has one level for each side 4, 8, … R: the first is a dcgan's, each other doubles the side by repeating pixels and
/// convolves 3×3. Where a level has one sixteen times smaller (in small pictures: the smallest) below it, that one decides how much of
/// each of its channels passes (figure 3 there); with <see cref="GeneratorSpec.GateAll"/> the smallest decides for all others. With
/// <see cref="GeneratorSpec.Palette"/> it also chooses the colours of the picture, and the last convolution how much of each a pixel has. A discriminator's levels halve the side down to 4, each by the mean of two ways:
/// convolutions, and a 2×2 mean with a convolution 1×1. Two decoders draw from its features what it was shown (figure 4).
/// </summary>
public static class SkipShape
{
    /// <summary>Smaller pictures leave nothing to gate and nothing to decode.</summary>
    public const int SmallestResolution = 16;

    /// <summary>A 2×2 repeated so many times doubles features to the side that decoders draw at most: 8 times theirs.</summary>
    private const int DecodedScale = 8;

    // 2^4: sixteen times the side.
    private const int GateDistance = 4;
    private const int WidestGenerator = 16;
    private const int WidestDiscriminator = 8;

    /// <summary>Side of a generator's level 1, 2, …</summary>
    public static int Side(int level) => 2 << level;

    public static int Channels(GeneratorSpec spec, int level)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return spec.Width * Math.Min(1 << (spec.Layers - level), WidestGenerator);
    }

    /// <summary>The level that gates a generator's level; 0 for none.</summary>
    public static int GatedBy(GeneratorSpec spec, int level)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return spec.GateAll ? Math.Min(1, level - 1) : Math.Max(0, level - Math.Min(GateDistance, spec.Layers - 1));
    }

    /// <summary>Channels of the last convolution: the picture's, or how much of each colour of the palette a pixel has.</summary>
    public static int Drawn(GeneratorSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return spec.Palette > 0 ? spec.Palette : spec.Channels;
    }

    public static int Channels(DiscriminatorSpec spec, int level)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return spec.Width * Math.Min(1 << (level - 1), WidestDiscriminator);
    }

    /// <summary>Side of the features that one decoder draws the whole picture from; the other has a quarter of features twice as large.</summary>
    public static int DecodedSide(DiscriminatorSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return spec.Resolution >= 64 ? 8 : 4;
    }

    /// <summary>A discriminator's level whose features have this side.</summary>
    public static int LevelOf(DiscriminatorSpec spec, int side)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return int.Log2(spec.Resolution / side);
    }

    /// <summary>Side of what a decoder draws.</summary>
    /// <param name="shown">Side in pixels of what it draws: the picture, or half of it.</param>
    public static int DrawnSide(DiscriminatorSpec spec, int shown) => Math.Min(shown, DecodedScale * DecodedSide(spec));

    /// <summary>Channels that a decoder of so many has after doubling 1, 2, … times.</summary>
    public static int DecodedChannels(int channels, int doubling) => Math.Max(4, channels >> (doubling + 1));
}
