namespace LatentWalk.Trainer.Options;

/// <summary>Adam (Kingma and Ba 2015), one for each network.</summary>
internal sealed record AdamOptions
{
    public double LearningRate { get; init; } = 2e-4;

    public double Beta1 { get; init; } = 0.5;

    public double Beta2 { get; init; } = 0.999;

    public double Epsilon { get; init; } = 1e-8;

    /// <summary>Gradients are scaled down until the norm of all of them is at most this (Pascanu et al. 2013); 0 for never.</summary>
    public double ClipNorm { get; init; }

    /// <summary>Steps after which the learning rate is multiplied by <see cref="Drop"/>, again and again; 0 for never.</summary>
    public long DropEvery { get; init; }

    /// <summary>What the learning rate is multiplied by every <see cref="DropEvery"/> steps.</summary>
    public double Drop { get; init; } = 0.2;

    /// <summary>What the learning rate is multiplied by at a step, from 1.</summary>
    internal double DropAt(long step) => DropEvery == 0 ? 1 : Math.Pow(Drop, (step - 1) / DropEvery);

    internal IEnumerable<string> Problems(string section)
    {
        if (!(LearningRate > 0 && double.IsFinite(LearningRate)))
        {
            yield return $"{section}.learningRate is {LearningRate}; it must be above 0";
        }

        if (!(Beta1 >= 0 && Beta1 < 1))
        {
            yield return $"{section}.beta1 is {Beta1}; it must be from 0 to below 1";
        }

        if (!(Beta2 >= 0 && Beta2 < 1))
        {
            yield return $"{section}.beta2 is {Beta2}; it must be from 0 to below 1";
        }

        if (!(Epsilon > 0 && double.IsFinite(Epsilon)))
        {
            yield return $"{section}.epsilon is {Epsilon}; it must be above 0";
        }

        if (!(ClipNorm >= 0 && double.IsFinite(ClipNorm)))
        {
            yield return $"{section}.clipNorm is {ClipNorm}; it must be 0 (never) or more";
        }

        if (DropEvery < 0)
        {
            yield return $"{section}.dropEvery is {DropEvery}; it must be 0 (never) or more";
        }

        if (!(Drop > 0 && Drop <= 1))
        {
            yield return $"{section}.drop is {Drop}; it must be above 0 and at most 1";
        }
    }
}
