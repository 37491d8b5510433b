namespace LatentWalk.Viewer.Inspecting;

/// <summary>A training picture that looks like the one on screen.</summary>
/// <param name="Path">The file.</param>
/// <param name="Distance">Root mean square, in levels of 255.</param>
/// <param name="Mirrored">Whether it looks like it in a mirror.</param>
internal sealed record NearPicture(string Path, float Distance, bool Mirrored)
{
    /// <summary>uint8 [size, size, 4] as the trainer sees it; empty until it has been read.</summary>
    public byte[] Rgba { get; init; } = [];
}
