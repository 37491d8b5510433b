namespace LatentWalk.Trainer.Collect.Pages;

/// <summary>What the collector sees of a page.</summary>
/// <param name="Text">Title and words, with single blanks.</param>
/// <param name="Links">Absolute, without fragments, each once, in the page's order.</param>
/// <param name="Pictures">The same.</param>
internal sealed record PageContent(string Text, IReadOnlyList<Uri> Links, IReadOnlyList<Uri> Pictures);
