namespace LatentWalk.Filming;

/// <summary>What a film is, beside its frames.</summary>
/// <param name="Frames">How many will come.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
public sealed record FilmSettings(int Frames, int Width, int Height, double FramesPerSecond)
{
    /// <summary>The frames have alpha that counts.</summary>
    public bool Alpha { get; init; }

    /// <summary>Of WebP: 0 to 100 for a smaller file that loses detail; null keeps every pixel.</summary>
    public int? Quality { get; init; }

    /// <summary><see cref="FrameLook.Note"/>, for frames that are files.</summary>
    public string? Note { get; init; }
}
