namespace LatentWalk.Trainer.Prepare;

/// <summary>What was left out, in words.</summary>
internal static class Refusals
{
    /// <summary>Such as "3 cannot be read as a picture, 2 too small".</summary>
    public static string InWords(Analysis analysis) => string.Join(", ", StepNames.Filters
        .Select(step => (Count: analysis.CountRefused(step), Reason: StepNames.Reason(step)))
        .Where(entry => entry.Count > 0).Select(entry => $"{entry.Count} {entry.Reason}"));

    /// <summary>Why the comparison with others refused a picture; null when none did.</summary>
    public static string? Message(PictureScores scores, Analysis analysis) =>
        scores.Refused is (PrepareStep.Background or PrepareStep.Duplicate) and { } step
            ? Filters.Sentence(step, scores, Filters.Threshold(step, analysis.Options)!.Value) : null;

    public static string FirstMessage(CandidateSpool spool) =>
        spool.Read().Select(entry => entry.Message).FirstOrDefault(message => message is not null) is { } first ? $"The first: {first}" : string.Empty;
}
