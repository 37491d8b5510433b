namespace LatentWalk.Imaging;

/// <summary>Many pictures of one size on one dark sheet.</summary>
public static class SampleSheet
{
    /// <param name="pictures">Each uint8 <c>[height, width, 4]</c>; laid out row by row, left to right.</param>
    /// <param name="columns">How many to a row; fewer pictures than that make a narrower sheet.</param>
    /// <param name="gap">Pixels of ground between pictures and around them.</param>
    /// <param name="scale">Every pixel becomes a square of this many.</param>
    /// <returns>uint8 <c>[Height, Width, 4]</c>, opaque.</returns>
    public static (byte[] Rgba, int Width, int Height) Compose(
        IReadOnlyList<byte[]> pictures, int width, int height, int columns, int gap = 2, int scale = 1)
    {
        ArgumentNullException.ThrowIfNull(pictures);
        ArgumentOutOfRangeException.ThrowIfZero(pictures.Count, nameof(pictures));
        SheetCanvas canvas = new(pictures.Count, width, height, columns, gap, scale);
        for (int i = 0; i < pictures.Count; i++)
        {
            canvas.Place(i, pictures[i]);
        }

        return (canvas.Rgba, canvas.Width, canvas.Height);
    }
}
