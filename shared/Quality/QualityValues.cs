namespace LatentWalk.Quality;

/// <summary>
/// How good some generated pictures are, held against real ones. Ratios are of the generated pictures' value to the real ones',
/// so that 1 is the data's own; the absolute ones stand beside the data's. Each is defined where it is computed.
/// </summary>
public sealed record QualityValues
{
    /// <summary>Generated pictures that were measured.</summary>
    public required int Samples { get; init; }

    /// <summary>Real pictures that they were held against.</summary>
    public required int Pictures { get; init; }

    /// <summary>Sliced Wasserstein distance of Laplacian patches, times 1000, mean over the levels; 0 is best. See <see cref="SlicedWasserstein"/>.</summary>
    public required double Swd { get; init; }

    /// <summary>Of each level of the pyramid, finest first.</summary>
    public required IReadOnlyList<double> SwdLevels { get; init; }

    /// <summary>Fréchet distance of the features; 0 is best. Depends on the number of samples. See <see cref="FrechetDistance"/>.</summary>
    public required double Fid { get; init; }

    /// <summary>Kernel distance of the features, unbiased: 0 on average for pictures as good as the data, below 0 by chance. See <see cref="Neighbourhoods"/>.</summary>
    public required double Kid { get; init; }

    /// <summary>Share of generated pictures that look real. See <see cref="Neighbourhoods"/>.</summary>
    public required double Precision { get; init; }

    /// <summary>Share of real pictures that could have been generated.</summary>
    public required double Recall { get; init; }

    /// <summary>How densely generated pictures lie among real ones; near 1 for pictures as good as the data, and not bounded by 1.</summary>
    public required double Density { get; init; }

    /// <summary>Share of real pictures with a generated one in their neighbourhood.</summary>
    public required double Coverage { get; init; }

    /// <summary>Median distance to the nearest real picture, over that of real pictures to one another: far below 1 is memorising. See <see cref="NearestReal"/>.</summary>
    public required double Nearest { get; init; }

    /// <summary>Mean distance between two generated pictures, over that of two real ones: near 0 is collapse. See <see cref="Diversity"/>.</summary>
    public required double Diversity { get; init; }

    /// <summary>Contrast of the sharpest edges, over the data's: below 1 is blurred. See <see cref="EdgeSharpness"/>.</summary>
    public required double Sharpness { get; init; }

    /// <summary>Distance between the colours of all pixels, on [-1, 1]; 0 is best. See <see cref="PaletteDistance"/>.</summary>
    public required double Palette { get; init; }

    /// <summary>Share of a picture that its eight commonest colours cover, over the data's: below 1 is smudged. See <see cref="FlatColour"/>.</summary>
    public required double FlatColour { get; init; }

    /// <summary>Median difference between neighbouring pixels, on [-1, 1]. See <see cref="FlatnessNoise"/>.</summary>
    public required double Noise { get; init; }

    /// <summary>The same of the data.</summary>
    public required double NoiseOfData { get; init; }

    /// <summary>Amplitude of patterns with a period of two pixels, on [-1, 1]. See <see cref="Checkerboard"/>.</summary>
    public required double Checkerboard { get; init; }

    /// <summary>The same of the data.</summary>
    public required double CheckerboardOfData { get; init; }
}
