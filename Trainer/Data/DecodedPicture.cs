namespace LatentWalk.Trainer.Data;

/// <summary>One file, decoded or refused.</summary>
/// <param name="Rgb">uint8 [size, size, 3]; null when it was refused.</param>
/// <param name="Sha256">Of the file; null when nobody will keep it.</param>
/// <param name="Reason">Why it was refused.</param>
internal readonly record struct DecodedPicture(byte[]? Rgb, string? Sha256, string? Reason);
