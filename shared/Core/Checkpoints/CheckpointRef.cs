namespace LatentWalk.Core.Checkpoints;

/// <summary>A checkpoint that was whole when it was committed, and is as long as its file has this SHA-256.</summary>
/// <param name="Sha256">Of the file, 64 lower-case hexadecimal digits.</param>
public sealed record CheckpointRef(string Path, long Step, string Sha256);
