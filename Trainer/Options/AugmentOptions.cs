using LatentWalk.Trainer.Augment;

namespace LatentWalk.Trainer.Options;

/// <summary>What is done to every picture, real or generated, before the discriminator sees it.</summary>
internal sealed record AugmentOptions
{
    /// <summary><c>none</c>, <c>diffaugment</c> (Zhao et al. 2020), or <c>ada</c>, whose chance adapts (Karras et al. 2020).</summary>
    public string Kind { get; init; } = "none";

    /// <summary>The chance of each change for each picture, with ada the one it starts from; none for 1 with diffaugment, 0 with ada.</summary>
    public double? Probability { get; init; }

    /// <summary>With diffaugment: change brightness, saturation and contrast.</summary>
    public bool Colour { get; init; } = true;

    /// <summary>With diffaugment: shift by up to this share of the side; 0 for none.</summary>
    public double Translation { get; init; } = 0.125;

    /// <summary>With diffaugment: blank out a square of this share of the side; 0 for none.</summary>
    public double Cutout { get; init; } = 0.5;

    /// <summary>With ada: the mean sign of the discriminator's logits of real pictures that the chance is moved for.</summary>
    public double Target { get; init; } = 0.6;

    /// <summary>With ada: real pictures in which the chance can go from 0 to 1.</summary>
    public double AdaptImages { get; init; } = 500_000;

    /// <summary>The chance at the first step.</summary>
    internal double Start => Probability ?? (Adapts ? 0 : 1);

    internal bool Adapts => Kind == "ada";

    internal bool Enabled => Kind != "none";

    internal IEnumerable<string> Problems(string section)
    {
        if (!Augmentation.Kinds.Contains(Kind))
        {
            yield return $"{section}.kind is '{Kind}'; it must be one of {string.Join(", ", Augmentation.Kinds)}";
        }

        if (!(Start >= 0 && Start <= 1))
        {
            yield return $"{section}.probability is {Probability}; it must be from 0 to 1, or none";
        }

        if (!(Translation >= 0 && Translation <= 0.5))
        {
            yield return $"{section}.translation is {Translation}; it must be from 0 (none) to 0.5";
        }

        if (!(Cutout >= 0 && Cutout < 1))
        {
            yield return $"{section}.cutout is {Cutout}; it must be from 0 (none) to below 1";
        }

        if (!(Target > -1 && Target < 1))
        {
            yield return $"{section}.target is {Target}; it must be between -1 and 1";
        }

        if (!(AdaptImages > 0 && double.IsFinite(AdaptImages)))
        {
            yield return $"{section}.adaptImages is {AdaptImages}; it must be above 0";
        }

        if (Kind == "diffaugment" && !Colour && Translation == 0 && Cutout == 0)
        {
            yield return $"{section}.kind is 'diffaugment' but {section}.colour, {section}.translation and {section}.cutout are all off, so nothing would be changed; turn one on, or set {section}.kind to none";
        }
    }
}
