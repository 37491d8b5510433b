namespace LatentWalk.Trainer.Prepare;

/// <summary>The filters that look at one picture, in order: the first that refuses counts.</summary>
internal static class Filters
{
    /// <returns>The step and one sentence with the score and the option that moves the threshold; nulls when it stays.</returns>
    public static (PrepareStep? Refused, string? Message) Judge(PictureScores scores, PrepareOptions options)
    {
        foreach (PrepareStep step in StepNames.Filters)
        {
            if (options.Does(step) && Threshold(step, options) is { } threshold && threshold.Refuses(scores.Of(step)))
            {
                return (step, Sentence(step, scores, threshold));
            }
        }

        return (null, null);
    }

    /// <summary>Null for a step without a threshold.</summary>
    public static Threshold? Threshold(PrepareStep step, PrepareOptions options) => step switch
    {
        PrepareStep.Small => new("--min-side", options.SmallestSide, Least: true),
        PrepareStep.Aspect => new("--max-aspect", options.MaxAspect),
        PrepareStep.Blur => new("--max-blur", options.MaxBlur),
        PrepareStep.Grey => new("--min-colour", options.MinColour, Least: true),
        PrepareStep.Photo => new("--max-photo", options.MaxPhoto),
        PrepareStep.Background => new("--max-background", options.MaxBackground),
        PrepareStep.Duplicate => new("--max-duplicate", options.MaxDuplicate),
        _ => null,
    };

    public static string Sentence(PrepareStep step, PictureScores scores, Threshold threshold) =>
        $"{StepNames.Reason(step)}: {(step == PrepareStep.Small ? $"{scores.Width}×{scores.Height} pixels" : $"{scores.Of(step):0.###}")}, "
        + $"{(threshold.Least ? "at least" : "at most")} {threshold.Value:0.###} wanted ({threshold.Option}).";
}
