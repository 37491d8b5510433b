namespace LatentWalk.Quality;

/// <summary>Real pictures, with all that is worked out about them once: whatever is to be measured is held against it. One thread at a time.</summary>
public sealed class QualityReference
{
    private readonly PictureSample _real;
    private readonly QualitySettings _settings;
    private readonly double[] _centre;
    private readonly FeatureCloud _cloud;
    private readonly CloudSelf _self;
    private readonly FrechetDistance _frechet;
    private readonly double _nearest;
    private readonly double _diversity;

    /// <param name="settings">Those that the sample was taken with.</param>
    public QualityReference(PictureSample real, QualitySettings settings)
    {
        ArgumentNullException.ThrowIfNull(real);
        ArgumentNullException.ThrowIfNull(settings);
        (_real, _settings) = (real, settings);
        _centre = FeatureCloud.CentreOf(real.Features);
        _cloud = FeatureCloud.Around(real.Features, _centre);
        _self = CloudSelf.Of(_cloud, settings.Parallel);
        _frechet = FrechetDistance.Of(_cloud, settings.Parallel);
        _nearest = NearestReal.Of(real.Small, real.Small, itself: true, settings.Parallel).Median();
        _diversity = Quality.Diversity.Of(real.Small);
    }

    /// <summary>Side of the pictures in pixels.</summary>
    public int Size => _real.Size;

    /// <summary>Real pictures.</summary>
    public int Count => _real.Count;

    /// <summary>Median distance of a real picture to the nearest other one; see <see cref="NearestReal"/>.</summary>
    public double NearestOfData => _nearest;

    /// <param name="generated">Of the same size, features and settings.</param>
    public QualityValues Measure(PictureSample generated)
    {
        ArgumentNullException.ThrowIfNull(generated);
        ArgumentOutOfRangeException.ThrowIfNotEqual(generated.Size, Size);
        ArgumentOutOfRangeException.ThrowIfNotEqual(generated.FeaturesName, _real.FeaturesName);
        var cloud = FeatureCloud.Around(generated.Features, _centre);
        var near = Neighbourhoods.Between(_cloud, _self, cloud, CloudSelf.Of(cloud, _settings.Parallel), _settings.Parallel);
        var levels = SlicedWasserstein.Between(generated.Patches, _real.Patches, _settings);
        return new QualityValues
        {
            Samples = generated.Count,
            Pictures = Count,
            Swd = levels.Average(),
            SwdLevels = levels,
            Fid = _frechet.To(cloud, _settings.Parallel),
            Kid = near.KernelDistance,
            Precision = near.Precision,
            Recall = near.Recall,
            Density = near.Density,
            Coverage = near.Coverage,
            Nearest = Ratio(Neighbours(generated).Median(), _nearest),
            Diversity = Ratio(Quality.Diversity.Of(generated.Small), _diversity),
            Sharpness = Ratio(generated.Traits.Sharpness, _real.Traits.Sharpness),
            Palette = PaletteDistance.Between(generated.Colours, _real.Colours, _settings),
            FlatColour = Ratio(generated.Traits.FlatColour, _real.Traits.FlatColour),
            Noise = generated.Traits.Noise,
            NoiseOfData = _real.Traits.Noise,
            Checkerboard = generated.Traits.Checkerboard,
            CheckerboardOfData = _real.Traits.Checkerboard,
        };
    }

    /// <summary>The real picture nearest to each generated one, by its place in the sample.</summary>
    public NearestReal Neighbours(PictureSample generated) => NearestReal.Of(generated.Small, _real.Small, itself: false, _settings.Parallel);

    /// <summary>The real picture that is nearest to each generated one by their features, and how far: large for what looks like no real picture.</summary>
    public NearestReal FeatureNeighbours(PictureSample generated)
    {
        ArgumentNullException.ThrowIfNull(generated);
        return NearestReal.Of(generated.Features, _real.Features, itself: false, _settings.Parallel);
    }

    /// <summary>Places in the sample of the real pictures nearest to one generated picture, nearest first.</summary>
    public IReadOnlyList<int> NearestTo(PictureSample generated, int index, int most)
    {
        ArgumentNullException.ThrowIfNull(generated);
        var one = new RowMatrix(1, SmallColours.Length);
        generated.Small[index].CopyTo(one[0]);
        var distances = new double[Count];
        DotProducts.Visit(one, _real.Small, _settings.Parallel, (_, first, products) =>
        {
            for (int k = 0; k < products.Length; k++)
            {
                distances[first + k] = RowMatrix.Square(_real.Small[first + k]) - (2.0 * products[k]);
            }
        });
        return [.. Enumerable.Range(0, Count).OrderBy(k => distances[k]).Take(most)];
    }

    // Data that are all one picture have none of it: whatever differs is then infinitely more, and what does not is the same.
    private static double Ratio(double value, double ofData) => ofData > 0 ? value / ofData : value > 0 ? LargestRatio : 1;

    /// <summary>In place of infinity, which JSON cannot write.</summary>
    private const double LargestRatio = 1e6;
}
