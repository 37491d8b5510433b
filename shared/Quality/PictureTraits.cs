namespace LatentWalk.Quality;

/// <summary>Means over pictures of what each is by itself.</summary>
/// <param name="Sharpness">See <see cref="EdgeSharpness"/>.</param>
/// <param name="FlatColour">See <see cref="Quality.FlatColour"/>.</param>
/// <param name="Noise">See <see cref="FlatnessNoise"/>.</param>
/// <param name="Checkerboard">See <see cref="Quality.Checkerboard"/>.</param>
internal readonly record struct PictureTraits(double Sharpness, double FlatColour, double Noise, double Checkerboard)
{
    /// <param name="rgb">uint8 [size, size, 3].</param>
    public static PictureTraits Of(ReadOnlySpan<byte> rgb, int size) =>
        new(EdgeSharpness.Of(rgb, size), Quality.FlatColour.Of(rgb), FlatnessNoise.Of(rgb, size), Quality.Checkerboard.Of(rgb, size));

    public static PictureTraits MeanOf(IReadOnlyCollection<PictureTraits> all) =>
        new(all.Average(t => t.Sharpness), all.Average(t => t.FlatColour), all.Average(t => t.Noise), all.Average(t => t.Checkerboard));
}
