namespace LatentWalk.Quality;

/// <summary>
/// ProGAN's measure (Karras et al. 2018, section 5 and appendix): patches of 7×7 pixels out of each level of the pictures' Laplacian
/// pyramids, each colour channel of a level brought to mean 0 and variance 1, and the sliced Wasserstein distance between the generated
/// and the real ones, times 1000 as the paper prints it. It needs no network: coarse levels compare shapes and colours, fine ones edges and noise.
/// </summary>
/// <remarks>Two samples of the same pictures are not 0 apart: the fewer patches, the further. Hold it against real pictures' own.</remarks>
internal static class SlicedWasserstein
{
    public const int PatchSide = 7;

    /// <summary>Numbers of one patch: [3, 7, 7].</summary>
    public const int PatchLength = 3 * PatchSide * PatchSide;

    private const double Printed = 1000;

    /// <summary>Of each level, finest first.</summary>
    /// <param name="a">Patches of each level, normalised.</param>
    /// <param name="b">As many.</param>
    public static IReadOnlyList<double> Between(IReadOnlyList<RowMatrix> a, IReadOnlyList<RowMatrix> b, QualitySettings settings)
    {
        var distances = new double[a.Count];
        for (int level = 0; level < distances.Length; level++)
        {
            var directions = SlicedDistance.Directions(settings.Directions, PatchLength, settings.Seed, QualityDraw.PatchDirections, level);
            distances[level] = Printed * SlicedDistance.Between(a[level], b[level], directions, settings.Parallel);
        }

        return distances;
    }

    /// <summary>Copies one patch out of a level, [3, side, side], as [3, 7, 7].</summary>
    public static void Cut(ReadOnlySpan<float> planes, int side, int x, int y, Span<float> patch)
    {
        for (int c = 0; c < 3; c++)
        {
            for (int row = 0; row < PatchSide; row++)
            {
                planes.Slice((((c * side) + y + row) * side) + x, PatchSide).CopyTo(patch[(((c * PatchSide) + row) * PatchSide)..]);
            }
        }
    }

    /// <summary>Brings each channel of all patches to mean 0 and variance 1; a channel without variance becomes 0.</summary>
    public static void Normalise(RowMatrix patches)
    {
        const int plane = PatchSide * PatchSide;
        for (int c = 0; c < 3; c++)
        {
            double sum = 0, squares = 0;
            for (int row = 0; row < patches.Rows; row++)
            {
                foreach (float value in patches[row].Slice(c * plane, plane))
                {
                    sum += value;
                    squares += (double)value * value;
                }
            }

            double count = (double)patches.Rows * plane, mean = sum / count, variance = (squares / count) - (mean * mean);
            double scale = variance > 1e-9 ? 1 / Math.Sqrt(variance) : 0;
            for (int row = 0; row < patches.Rows; row++)
            {
                foreach (ref float value in patches[row].Slice(c * plane, plane))
                {
                    value = (float)((value - mean) * scale);
                }
            }
        }
    }
}
