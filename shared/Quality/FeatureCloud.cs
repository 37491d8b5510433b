namespace LatentWalk.Quality;

/// <summary>Features around a centre, which keeps the differences of large numbers exact: distances do not depend on it, kernels are told it.</summary>
internal sealed class FeatureCloud
{
    private FeatureCloud(RowMatrix points, double[] squares, double[] slopes)
    {
        Points = points;
        Squares = squares;
        Slopes = slopes;
    }

    /// <summary>[count, length], the centre taken off.</summary>
    public RowMatrix Points { get; }

    /// <summary>Squared length of each point.</summary>
    public double[] Squares { get; }

    /// <summary>What a point adds to a product: x·y = (x - m)·(y - m) + slope of x + slope of y.</summary>
    public double[] Slopes { get; }

    public int Count => Points.Rows;

    /// <summary>Mean of the rows.</summary>
    public static double[] CentreOf(RowMatrix features)
    {
        var centre = new double[features.Width];
        for (int row = 0; row < features.Rows; row++)
        {
            var values = features[row];
            for (int k = 0; k < centre.Length; k++)
            {
                centre[k] += values[k];
            }
        }

        for (int k = 0; k < centre.Length; k++)
        {
            centre[k] /= features.Rows;
        }

        return centre;
    }

    /// <param name="features">[count, length].</param>
    /// <param name="centre">The same for clouds that are to be compared.</param>
    public static FeatureCloud Around(RowMatrix features, double[] centre)
    {
        var points = new RowMatrix(features.Rows, features.Width);
        var squares = new double[features.Rows];
        var slopes = new double[features.Rows];
        double half = 0;
        foreach (double value in centre)
        {
            half += value * value / 2;
        }

        for (int row = 0; row < features.Rows; row++)
        {
            var from = features[row];
            var to = points[row];
            double slope = half;
            for (int k = 0; k < from.Length; k++)
            {
                to[k] = (float)(from[k] - centre[k]);
                squares[row] += (double)to[k] * to[k];
                slope += to[k] * centre[k];
            }

            slopes[row] = slope;
        }

        return new FeatureCloud(points, squares, slopes);
    }
}
