namespace LatentWalk.Data;

/// <summary>What a packed set remembers of one picture.</summary>
/// <param name="Source">The file it was made from, relative to the folder or zip, with '/' between folders.</param>
/// <param name="Sha256">Of that file's bytes: 64 lower-case hexadecimal digits.</param>
/// <param name="Class">Index of its class, -1 for none.</param>
/// <param name="Mirrored">It is that file's picture flipped left to right.</param>
public sealed record PictureEntry(string Source, string Sha256, int Class, bool Mirrored);
