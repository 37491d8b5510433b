namespace LatentWalk.Quality;

/// <summary>The sliced Wasserstein distance between the colours of single pixels, drawn from all pictures, in RGB on [-1, 1].</summary>
internal static class PaletteDistance
{
    private const int Directions = 64;

    /// <param name="a">[pixels, 3].</param>
    /// <param name="b">As many.</param>
    public static double Between(RowMatrix a, RowMatrix b, QualitySettings settings) => SlicedDistance.Between(
        a, b, SlicedDistance.Directions(Directions, 3, settings.Seed, QualityDraw.ColourDirections, 0), settings.Parallel);
}
