namespace LatentWalk.Viewer.Working;

/// <summary>Latents in, pictures out. Used by one thread at a time.</summary>
internal interface IPictureSource : IDisposable
{
    int ZDim { get; }

    int Width { get; }

    int Height { get; }

    /// <summary>The most latents one run takes.</summary>
    int MaxBatch { get; }

    /// <param name="z">[count, zdim] float32, truncated already.</param>
    /// <param name="count">1 to <see cref="MaxBatch"/>.</param>
    /// <param name="rgba">[count, Height, Width, 4] uint8.</param>
    void Run(ReadOnlySpan<float> z, int count, Span<byte> rgba);
}
