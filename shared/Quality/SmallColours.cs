using LatentWalk.Core.Pixels;

namespace LatentWalk.Quality;

/// <summary>A picture as its <see cref="BlockMeans"/>, on [-1, 1]: what looks alike is near, and noise does not count.</summary>
internal static class SmallColours
{
    public const int Length = BlockMeans.Length;

    /// <param name="rgb">uint8 [size, size, 3].</param>
    /// <param name="small">[<see cref="Length"/>], filled: [16, 16, 3].</param>
    public static void Write(ReadOnlySpan<byte> rgb, int size, Span<float> small) => BlockMeans.Write(rgb, 3, size, size, Levels.Step, -1, small);
}
