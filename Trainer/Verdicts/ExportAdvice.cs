namespace LatentWalk.Trainer.Verdicts;

/// <summary>Which of a run's generators to take.</summary>
/// <param name="Step">Its step.</param>
/// <param name="Path">A checkpoint file, or a generator of the run's history.</param>
/// <param name="Why">A clause.</param>
/// <param name="Worthwhile">False where even the best is not yet much like the data.</param>
internal sealed record ExportAdvice(long Step, string Path, string Why, bool Worthwhile);
