namespace LatentWalk.Viewer.Models;

/// <summary>One moment of a training run.</summary>
/// <param name="Step">Of the training.</param>
/// <param name="Path">A checkpoint, or a generator that was exported from one.</param>
/// <param name="Sha256">Of that file; null where it is not known before the file is opened.</param>
internal sealed record TimelineStop(long Step, string Path, string? Sha256);
