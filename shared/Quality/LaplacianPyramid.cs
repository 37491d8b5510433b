namespace LatentWalk.Quality;

/// <summary>
/// A picture in bands of detail (Burt and Adelson 1983): each level is what the next coarser one, enlarged, lacks; the last is the
/// picture at its coarsest. Filtered with [1 4 6 4 1] / 16, mirrored at the edges.
/// </summary>
internal sealed class LaplacianPyramid
{
    /// <summary>Levels go down to this side: ProGAN's coarsest (Karras et al. 2018, section 5).</summary>
    public const int CoarsestSide = 16;

    private static readonly float[] s_kernel = [1 / 16f, 4 / 16f, 6 / 16f, 4 / 16f, 1 / 16f];

    private LaplacianPyramid(float[][] levels, int[] sides) => (Levels, Sides) = (levels, sides);

    /// <summary>Finest first; each [3, side, side], in levels of 255.</summary>
    public IReadOnlyList<float[]> Levels { get; }

    public IReadOnlyList<int> Sides { get; }

    /// <summary>Sides of the levels of a picture: halves, while they are even and not smaller than the coarsest.</summary>
    public static int[] SidesOf(int size)
    {
        var sides = new List<int> { size };
        while (sides[^1] % 2 == 0 && sides[^1] / 2 >= CoarsestSide)
        {
            sides.Add(sides[^1] / 2);
        }

        return [.. sides];
    }

    /// <param name="rgb">uint8 [size, size, 3].</param>
    public static LaplacianPyramid Of(ReadOnlySpan<byte> rgb, int size)
    {
        int[] sides = SidesOf(size);
        var levels = new float[sides.Length][];
        levels[0] = new float[rgb.Length];
        for (int at = 0; at < size * size; at++)
        {
            for (int c = 0; c < 3; c++)
            {
                levels[0][(c * size * size) + at] = rgb[(3 * at) + c];
            }
        }

        for (int k = 1; k < sides.Length; k++)
        {
            levels[k] = Halved(levels[k - 1], sides[k - 1]);
            Subtract(levels[k - 1], levels[k], sides[k]);
        }

        return new LaplacianPyramid(levels, sides);
    }

    private static float[] Halved(float[] planes, int side)
    {
        int half = side / 2;
        var across = new float[3 * side * half];
        for (int row = 0; row < 3 * side; row++)
        {
            for (int x = 0; x < half; x++)
            {
                float sum = 0;
                for (int k = -2; k <= 2; k++)
                {
                    sum += s_kernel[k + 2] * planes[(row * side) + Mirrored((2 * x) + k, side)];
                }

                across[(row * half) + x] = sum;
            }
        }

        var halved = new float[3 * half * half];
        for (int c = 0; c < 3; c++)
        {
            for (int y = 0; y < half; y++)
            {
                var line = halved.AsSpan(((c * half) + y) * half, half);
                for (int k = -2; k <= 2; k++)
                {
                    var from = across.AsSpan(((c * side) + Mirrored((2 * y) + k, side)) * half, half);
                    for (int x = 0; x < half; x++)
                    {
                        line[x] += s_kernel[k + 2] * from[x];
                    }
                }
            }
        }

        return halved;
    }

    // Enlarging puts zeros between the pixels and filters with twice the kernel each way: even places see 1 6 1, odd ones 4 4.
    private static void Subtract(float[] planes, float[] small, int half)
    {
        int side = 2 * half;
        var across = new float[side];
        for (int c = 0; c < 3; c++)
        {
            for (int y = 0; y < side; y++)
            {
                Array.Clear(across);
                for (int k = -2; k <= 2; k++)
                {
                    if (((y + k) & 1) != 0)
                    {
                        continue;
                    }

                    var from = small.AsSpan(((c * half) + (Mirrored(y + k, side) / 2)) * half, half);
                    float weight = 2 * s_kernel[k + 2];
                    for (int x = 0; x < half; x++)
                    {
                        across[2 * x] += weight * from[x];
                    }
                }

                var line = planes.AsSpan(((c * side) + y) * side, side);
                for (int x = 0; x < side; x++)
                {
                    float sum = 0;
                    for (int k = -2; k <= 2; k++)
                    {
                        sum += 2 * s_kernel[k + 2] * across[Mirrored(x + k, side)];
                    }

                    line[x] -= sum;
                }
            }
        }
    }

    // The edge pixel is the mirror and is not repeated, as in scipy's 'mirror'; even places stay even when the side is even… but at the far edge.
    private static int Mirrored(int at, int side) => at < 0 ? -at : at >= side ? (2 * (side - 1)) - at : at;
}
