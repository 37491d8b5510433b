namespace LatentWalk.Quality;

/// <summary>
/// Takes pictures one group after the other and keeps what measuring needs; no picture stays in memory. Which patches and pixels it keeps
/// follows from the seed and a picture's place, so two samples of one size are drawn alike.
/// </summary>
public sealed class PictureSampler
{
    // Pictures given at once.
    private const int Group = 64;

    private readonly int _size;
    private readonly int _count;
    private readonly IFeatureNetwork _network;
    private readonly QualitySettings _settings;
    private readonly RowMatrix _features;
    private readonly RowMatrix _small;
    private readonly RowMatrix[] _patches;
    private readonly RowMatrix _colours;
    private readonly PictureTraits[] _traits;
    private int _added;

    /// <param name="size">Side of the pictures in pixels.</param>
    /// <param name="count">Pictures that will be added.</param>
    public PictureSampler(int size, int count, IFeatureNetwork network, QualitySettings settings)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentOutOfRangeException.ThrowIfLessThan(size, SmallestSize);
        (_size, _count, _network, _settings) = (size, count, network, settings);
        _features = new RowMatrix(count, network.Length);
        _small = new RowMatrix(count, SmallColours.Length);
        _patches = [.. LaplacianPyramid.SidesOf(size).Select(_ => new RowMatrix(settings.Patches, SlicedWasserstein.PatchLength))];
        _colours = new RowMatrix(settings.Pixels, 3);
        _traits = new PictureTraits[count];
    }

    /// <summary>Smaller pictures have no patch of 7×7 and no block of 8×8.</summary>
    public const int SmallestSize = 8;

    /// <summary>Fewer pictures say nothing about how they are spread.</summary>
    public const int FewestPictures = 8;

    /// <summary>The pictures at places 0 to count.</summary>
    /// <param name="taken">Told after each group how many it had; null for nobody.</param>
    public static PictureSample Take(int size, int count, IFeatureNetwork network, QualitySettings settings, FillPictures fill, Action<int>? taken = null)
    {
        ArgumentNullException.ThrowIfNull(fill);
        var sampler = new PictureSampler(size, count, network, settings);
        int bytes = 3 * size * size;
        var rgb = new byte[Group * bytes];
        while (sampler.Missing > 0)
        {
            int part = Math.Min(Group, sampler.Missing);
            var pixels = rgb.AsMemory(0, part * bytes);
            fill(count - sampler.Missing, part, pixels.Span);
            sampler.Add(pixels, part);
            taken?.Invoke(part);
        }

        return sampler.Finish();
    }

    /// <summary>Pictures that are still to be added.</summary>
    public int Missing => _count - _added;

    /// <param name="rgb">uint8 [count, size, size, 3].</param>
    /// <param name="count">At most <see cref="Missing"/>.</param>
    public void Add(ReadOnlyMemory<byte> rgb, int count)
    {
        int bytes = 3 * _size * _size;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Missing);
        ArgumentOutOfRangeException.ThrowIfNotEqual(rgb.Length, count * bytes);
        var features = new float[count * _network.Length];
        _network.Run(rgb.Span, count, _size, features);
        int first = _added;
        Parallel.For(0, count, _settings.Parallel, k =>
        {
            features.AsSpan(k * _network.Length, _network.Length).CopyTo(_features[first + k]);
            Keep(first + k, rgb.Span.Slice(k * bytes, bytes));
        });
        _added += count;
    }

    /// <summary>Once all are added.</summary>
    public PictureSample Finish()
    {
        if (Missing > 0)
        {
            throw new InvalidOperationException($"{Missing} of {_count} pictures were not added.");
        }

        Parallel.For(0, _patches.Length, _settings.Parallel, level => SlicedWasserstein.Normalise(_patches[level]));
        return new PictureSample(_size, _network.Name, _features, _small, _patches, _colours, PictureTraits.MeanOf(_traits));
    }

    // Patch and pixel number j are of picture j modulo the number of pictures.
    private void Keep(int index, ReadOnlySpan<byte> rgb)
    {
        _traits[index] = PictureTraits.Of(rgb, _size);
        SmallColours.Write(rgb, _size, _small[index]);
        var pixels = QualityDraw.PixelPlaces.Of(_settings.Seed, index);
        for (int j = index; j < _colours.Rows; j += _count)
        {
            int at = 3 * pixels.NextInt32(_size * _size);
            for (int c = 0; c < 3; c++)
            {
                _colours[j][c] = (float)((rgb[at + c] * Levels.Step) - 1);
            }
        }

        if (index >= _settings.Patches)
        {
            return;
        }

        var pyramid = LaplacianPyramid.Of(rgb, _size);
        var places = QualityDraw.PatchPlaces.Of(_settings.Seed, index);
        for (int level = 0; level < _patches.Length; level++)
        {
            int side = pyramid.Sides[level], room = side - SlicedWasserstein.PatchSide + 1;
            for (int j = index; j < _settings.Patches; j += _count)
            {
                int x = places.NextInt32(room), y = places.NextInt32(room);
                SlicedWasserstein.Cut(pyramid.Levels[level], side, x, y, _patches[level][j]);
            }
        }
    }
}
