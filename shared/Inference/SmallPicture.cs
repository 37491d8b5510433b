using LatentWalk.Core.Pixels;

namespace LatentWalk.Inference;

/// <summary>A picture as few numbers: its <see cref="BlockMeans"/>, in levels of 255.</summary>
public static class SmallPicture
{
    public const int Length = BlockMeans.Length;

    /// <param name="rgba">uint8 [height, width, 4].</param>
    /// <param name="width">At least 1.</param>
    /// <param name="height">At least 1.</param>
    /// <param name="small">[<see cref="Length"/>], filled with levels of 255: [16, 16, 3].</param>
    public static void Write(ReadOnlySpan<byte> rgba, int width, int height, Span<float> small) => BlockMeans.Write(rgba, 4, width, height, 1, 0, small);
}
