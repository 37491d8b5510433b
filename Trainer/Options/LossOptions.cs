using LatentWalk.Core.Networks;
using LatentWalk.Trainer.Losses;

namespace LatentWalk.Trainer.Options;

internal sealed record LossOptions
{
    private const double DefaultReconstruction = 1;

    /// <summary><c>bce</c>, <c>hinge</c>, <c>wgan</c> or <c>relativistic</c>.</summary>
    public string Kind { get; init; } = "bce";

    /// <summary>With bce: real pictures are labelled 1 − this; 0 for none.</summary>
    public double LabelSmoothing { get; init; }

    /// <summary>With bce: αmax; every picture is labelled wrong by its own α, uniform in [0, αmax); 0 for none.</summary>
    public double LabelNoise { get; init; }

    /// <summary>
    /// With a discriminator of network skip: weight of how far its decoders are from the real pictures, added to its loss.
    /// </summary>
    public double Reconstruction { get; init; } = DefaultReconstruction;

    /// <summary>Batches that the discriminator learns from in each step, the last of them shared with the generator (Goodfellow et al. 2014, algorithm 1: k).</summary>
    public int DiscriminatorSteps { get; init; } = 1;

    internal IEnumerable<string> Problems(string section)
    {
        if (!Loss.Kinds.Contains(Kind))
        {
            yield return $"{section}.kind is '{Kind}'; it must be one of {string.Join(", ", Loss.Kinds)}";
        }

        if (!(Reconstruction >= 0 && double.IsFinite(Reconstruction)))
        {
            yield return $"{section}.reconstruction is {Reconstruction}; it must be 0 (none) or more";
        }

        if (DiscriminatorSteps is < 1 or > 100)
        {
            yield return $"{section}.discriminatorSteps is {DiscriminatorSteps}; it must be from 1 to 100";
        }

        foreach (var (name, value) in new[] { ("labelSmoothing", LabelSmoothing), ("labelNoise", LabelNoise) })
        {
            if (!(value >= 0 && value < 0.5))
            {
                yield return $"{section}.{name} is {value}; it must be from 0 (none) to below 0.5, where a label would say nothing";
            }
            else if (value > 0 && Kind != "bce")
            {
                yield return $"{section}.{name} is {value} but {section}.kind is '{Kind}', which has no labels; set {section}.kind to bce, or {section}.{name} to 0";
            }
        }
    }

    /// <summary>Only a network that draws can be asked to draw well.</summary>
    internal IEnumerable<string> Problems(string section, DiscriminatorSpec discriminator)
    {
        if (Reconstruction != DefaultReconstruction && discriminator.Network != NetworkKinds.Skip)
        {
            yield return $"{section}.reconstruction is {Reconstruction} but discriminator.network is '{discriminator.Network}', which reconstructs nothing; set discriminator.network to {NetworkKinds.Skip}, or {section}.reconstruction to {DefaultReconstruction}";
        }
    }
}
