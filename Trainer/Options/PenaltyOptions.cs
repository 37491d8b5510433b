using LatentWalk.Trainer.Penalties;

namespace LatentWalk.Trainer.Options;

/// <summary>A gradient penalty on the discriminator, taken lazily (Karras et al. 2020, section 3.1).</summary>
internal sealed record PenaltyOptions
{
    /// <summary><c>none</c>, <c>gp</c>, <c>dragan</c>, <c>r1</c> or <c>r1r2</c>.</summary>
    public string Kind { get; init; } = "none";

    /// <summary>Weight: γ/2 times the mean squared gradient norm (r1, r1r2), γ times its mean squared distance from 1 (gp, dragan).</summary>
    public double Gamma { get; init; } = 0.5;

    /// <summary>Taken on every step divisible by this, and multiplied by it there.</summary>
    public int Every { get; init; } = 8;

    internal IEnumerable<string> Problems(string section)
    {
        if (!Penalty.Kinds.Contains(Kind))
        {
            yield return $"{section}.kind is '{Kind}'; it must be one of {string.Join(", ", Penalty.Kinds)}";
        }

        if (!(Gamma >= 0 && double.IsFinite(Gamma)))
        {
            yield return $"{section}.gamma is {Gamma}; it must be 0 or more";
        }

        if (Every < 1)
        {
            yield return $"{section}.every is {Every}; it must be 1 or more";
        }
    }
}
