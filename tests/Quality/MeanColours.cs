namespace LatentWalk.Quality.Tests;

/// <summary>A feature network that is plain to see: the mean of each channel in each quarter.</summary>
internal sealed class MeanColours : IFeatureNetwork
{
    public string Name => "mean colours";

    public int Length => 12;

    public void Run(ReadOnlySpan<byte> rgb, int count, int size, Span<float> features)
    {
        int bytes = 3 * size * size, half = size / 2;
        features.Clear();
        for (int i = 0; i < count; i++)
        {
            for (int at = 0; at < bytes; at++)
            {
                int x = at / 3 % size, y = at / 3 / size;
                features[(i * Length) + (3 * ((y < half ? 0 : 2) + (x < half ? 0 : 1))) + (at % 3)] += rgb[(i * bytes) + at] / 127.5f / (half * half);
            }
        }
    }
}
