namespace LatentWalk.Core.Checkpoints;

/// <summary>A checkpoint that is known to be whole.</summary>
/// <param name="Sha256">Of the file, 64 lower-case hexadecimal digits.</param>
public sealed record CheckpointRef(string Path, long Step, string Sha256);
