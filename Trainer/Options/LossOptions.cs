using LatentWalk.Trainer.Losses;

namespace LatentWalk.Trainer.Options;

internal sealed record LossOptions
{
    /// <summary><c>bce</c>, <c>hinge</c>, <c>wgan</c> or <c>relativistic</c>.</summary>
    public string Kind { get; init; } = "bce";

    internal IEnumerable<string> Problems(string section)
    {
        if (!Loss.Kinds.Contains(Kind))
        {
            yield return $"{section}.kind is '{Kind}'; it must be one of {string.Join(", ", Loss.Kinds)}";
        }
    }
}
