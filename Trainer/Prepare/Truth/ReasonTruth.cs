namespace LatentWalk.Trainer.Prepare.Truth;

/// <summary>What became of the pictures that should go for one reason.</summary>
/// <param name="By">Those that went, by the filter that left them out.</param>
internal sealed record ReasonTruth(int Count, int Gone, IReadOnlyDictionary<string, int> By);
