namespace LatentWalk.Trainer.Options;

/// <summary>
/// Values that move from where they start, the field of their own section, to an end, on half a cosine over a number of pictures
/// (Huang et al. 2024, appendix). A step's values are those at the pictures shown before it; after the last they stay at their end.
/// </summary>
internal sealed record ScheduleOptions
{
    /// <summary>Real pictures over which values move; 0 for values that stay as they start.</summary>
    public long Images { get; init; }

    /// <summary>End of the generator's learning rate; the discriminator's falls in the same proportion. None: both stay.</summary>
    public double? LearningRate { get; init; }

    /// <summary>End of Adam's β2 of both networks. None: it stays.</summary>
    public double? Beta2 { get; init; }

    /// <summary>End of <c>penalty.gamma</c>. None: it stays.</summary>
    public double? Gamma { get; init; }

    /// <summary>End of <c>augment.probability</c>. None: it stays.</summary>
    public double? Augment { get; init; }

    internal bool Enabled => Images > 0;

    internal IEnumerable<string> Problems(string section)
    {
        if (Images < 0)
        {
            yield return $"{section}.images is {Images}; it must be 0 (nothing moves) or more";
        }

        if (LearningRate is { } rate && !(rate > 0 && double.IsFinite(rate)))
        {
            yield return $"{section}.learningRate is {rate}; it must be above 0, or none";
        }

        if (Beta2 is { } beta2 && !(beta2 >= 0 && beta2 < 1))
        {
            yield return $"{section}.beta2 is {beta2}; it must be from 0 to below 1, or none";
        }

        if (Gamma is { } gamma && !(gamma >= 0 && double.IsFinite(gamma)))
        {
            yield return $"{section}.gamma is {gamma}; it must be 0 or more, or none";
        }

        if (Augment is { } augment && !(augment >= 0 && augment <= 1))
        {
            yield return $"{section}.augment is {augment}; it must be from 0 to 1, or none";
        }

        bool anything = LearningRate is not null || Beta2 is not null || Gamma is not null || Augment is not null;
        if (Images == 0 && anything)
        {
            yield return $"{section}.images is 0, so nothing moves to the ends that {section} gives; set {section}.images to the pictures to move over, as 5000000";
        }
        else if (Images > 0 && !anything)
        {
            yield return $"{section}.images is {Images} but no end is given; set {section}.learningRate, {section}.beta2, {section}.gamma or {section}.augment, or {section}.images to 0";
        }
    }

    /// <summary>Ends of what a run does not have.</summary>
    internal IEnumerable<string> Problems(string section, PenaltyOptions penalty, AugmentOptions augment)
    {
        if (Gamma is not null && penalty.Kind == "none")
        {
            yield return $"{section}.gamma is {Gamma} but penalty.kind is none, so there is no weight to move; set penalty.kind, or {section}.gamma to none";
        }

        if (Augment is not null && augment.Kind != "diffaugment")
        {
            yield return $"{section}.augment is {Augment} but augment.kind is {augment.Kind}, so there is no probability to move; set augment.kind to diffaugment, or {section}.augment to none";
        }
    }
}
