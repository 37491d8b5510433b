namespace LatentWalk.Quality;

/// <summary>k(x, y) = (x·y / d + 1)³ of d features (Bińkowski et al. 2018, section 4), from the product of centred ones.</summary>
/// <param name="slope">Of x; see <see cref="FeatureCloud.Slopes"/>.</param>
internal readonly struct CubicKernel(int length, double slope)
{
    private readonly double _scale = 1.0 / length;
    private readonly double _offset = 1 + (slope / length);

    public double Of(float product, double slopeOfOther)
    {
        double value = ((product + slopeOfOther) * _scale) + _offset;
        return value * value * value;
    }
}
