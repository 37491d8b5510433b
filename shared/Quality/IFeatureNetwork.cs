namespace LatentWalk.Quality;

/// <summary>Pictures → features, in whose space near means alike. One thread at a time.</summary>
public interface IFeatureNetwork
{
    /// <summary>What results say they were measured with: two compare only when it is the same.</summary>
    string Name { get; }

    /// <summary>Features of one picture.</summary>
    int Length { get; }

    /// <param name="rgb">uint8 [count, size, size, 3].</param>
    /// <param name="count">At least 1.</param>
    /// <param name="size">Side in pixels.</param>
    /// <param name="features">float32 [count, <see cref="Length"/>], filled.</param>
    void Run(ReadOnlySpan<byte> rgb, int count, int size, Span<float> features);
}
