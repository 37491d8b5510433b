namespace LatentWalk.Trainer.Data;

/// <summary>A file that looked like a picture and could not be used.</summary>
internal sealed record SkippedPicture(string Path, string Reason);
