namespace LatentWalk.Trainer.Options;

/// <summary>Adam (Kingma and Ba 2015), one for each network.</summary>
internal sealed record AdamOptions
{
    public double LearningRate { get; init; } = 2e-4;

    public double Beta1 { get; init; } = 0.5;

    public double Beta2 { get; init; } = 0.999;

    public double Epsilon { get; init; } = 1e-8;

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
    }
}
