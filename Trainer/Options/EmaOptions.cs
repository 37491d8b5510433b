namespace LatentWalk.Trainer.Options;

/// <summary>The moving average of the generator that samples and exports are drawn from.</summary>
internal sealed record EmaOptions
{
    /// <summary>Share of the average kept at each step; 0 keeps no average.</summary>
    public double Decay { get; init; }

    /// <summary>Instead of the decay: real pictures after which the average has forgotten half; 0 for none.</summary>
    public double HalfLifeImages { get; init; }

    internal bool Enabled => Decay > 0 || HalfLifeImages > 0;

    /// <summary>Share of the average kept at each step of so many pictures.</summary>
    internal double KeptBy(long imagesPerStep) => HalfLifeImages > 0 ? Math.Pow(0.5, imagesPerStep / HalfLifeImages) : Decay;

    internal IEnumerable<string> Problems(string section)
    {
        if (!(Decay >= 0 && Decay < 1))
        {
            yield return $"{section}.decay is {Decay}; it must be from 0 (no average) to below 1";
        }

        if (!(HalfLifeImages >= 0 && double.IsFinite(HalfLifeImages)))
        {
            yield return $"{section}.halfLifeImages is {HalfLifeImages}; it must be 0 (none) or more";
        }
        else if (HalfLifeImages > 0 && Decay > 0)
        {
            yield return $"{section}.halfLifeImages is {HalfLifeImages} and {section}.decay is {Decay}, which say the same thing in two ways; set one of them to 0";
        }
    }
}
