using LatentWalk.Trainer.Augment;

namespace LatentWalk.Trainer.Options;

/// <summary>What is done to every picture, real or generated, before the discriminator sees it.</summary>
internal sealed record AugmentOptions
{
    /// <summary><c>none</c> or <c>diffaugment</c> (Zhao et al. 2020).</summary>
    public string Kind { get; init; } = "none";

    /// <summary>The chance of each change for each picture; diffaugment as published always makes them all.</summary>
    public double Probability { get; init; } = 1;

    /// <summary>With diffaugment: change brightness, saturation and contrast.</summary>
    public bool Colour { get; init; } = true;

    /// <summary>With diffaugment: shift by up to this share of the side; 0 for none.</summary>
    public double Translation { get; init; } = 0.125;

    /// <summary>With diffaugment: blank out a square of this share of the side; 0 for none.</summary>
    public double Cutout { get; init; } = 0.5;

    internal bool Enabled => Kind != "none";

    internal IEnumerable<string> Problems(string section)
    {
        if (!Augmentation.Kinds.Contains(Kind))
        {
            yield return $"{section}.kind is '{Kind}'; it must be one of {string.Join(", ", Augmentation.Kinds)}";
        }

        if (!(Probability >= 0 && Probability <= 1))
        {
            yield return $"{section}.probability is {Probability}; it must be from 0 to 1";
        }

        if (!(Translation >= 0 && Translation <= 0.5))
        {
            yield return $"{section}.translation is {Translation}; it must be from 0 (none) to 0.5";
        }

        if (!(Cutout >= 0 && Cutout < 1))
        {
            yield return $"{section}.cutout is {Cutout}; it must be from 0 (none) to below 1";
        }

        if (Kind == "diffaugment" && !Colour && Translation == 0 && Cutout == 0)
        {
            yield return $"{section}.kind is 'diffaugment' but {section}.colour, {section}.translation and {section}.cutout are all off, so nothing would be changed; turn one on, or set {section}.kind to none";
        }
    }
}
