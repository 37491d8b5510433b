using LatentWalk.Core.Networks;

namespace LatentWalk.Trainer.Options;

/// <summary>Whether a generator can be asked for a class, and how it learns that.</summary>
internal sealed record ConditionOptions
{
    /// <summary><c>none</c>, or <c>acgan</c>: the discriminator also tells the class (Odena et al. 2017).</summary>
    public string Kind { get; init; } = "none";

    /// <summary>Weight of the cross-entropy of the classes: of real pictures for the discriminator, of generated ones for the generator.</summary>
    public double Weight { get; init; } = 1;

    internal bool Enabled => Kind != "none";

    internal IEnumerable<string> Problems(string section)
    {
        if (Kind is not ("none" or "acgan"))
        {
            yield return $"{section}.kind is '{Kind}'; it must be none or acgan";
        }

        if (!(Weight > 0 && double.IsFinite(Weight)))
        {
            yield return $"{section}.weight is {Weight}; it must be above 0";
        }
    }

    /// <summary>Both networks of a run must know the same classes, and none where nothing teaches them.</summary>
    internal IEnumerable<string> Problems(string section, GeneratorSpec generator, DiscriminatorSpec discriminator)
    {
        if (generator.Classes != discriminator.Classes)
        {
            yield return $"generator.classes is {generator.Classes} but discriminator.classes is {discriminator.Classes}; they must be equal";
        }

        if (!Enabled && generator.Classes > 0)
        {
            yield return $"generator.classes is {generator.Classes} but {section}.kind is none; nothing would teach the classes";
        }
    }
}
