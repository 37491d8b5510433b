namespace LatentWalk.Viewer.Working;

/// <summary>
/// Latents in, pictures out. Run by one thread at a time. Its owner may dispose it at any moment: a run that is under way
/// ends first, a later one throws <see cref="ObjectDisposedException"/>.
/// </summary>
internal interface IPictureSource : IDisposable
{
    int ZDim { get; }

    /// <summary>Length of the condition; 0 without one.</summary>
    int Classes { get; }

    int Width { get; }

    int Height { get; }

    /// <summary>The most latents one run takes.</summary>
    int MaxBatch { get; }

    /// <summary>DirectML, CUDA, CoreML or CPU.</summary>
    string Provider { get; }

    /// <summary>A run that takes longer than this will never end.</summary>
    double PatienceSeconds { get; }

    /// <param name="z">[count, zdim] float32, truncated already.</param>
    /// <param name="c">[count, Classes] float32; empty for the first class.</param>
    /// <param name="count">1 to <see cref="MaxBatch"/>.</param>
    /// <param name="rgba">[count, Height, Width, 4] uint8.</param>
    void Run(ReadOnlySpan<float> z, ReadOnlySpan<float> c, int count, Span<byte> rgba);

    /// <summary>
    /// Goes on upon the CPU after a run has failed, or while one hangs on another thread (which is left behind).
    /// False when it was there already. Takes as long as loading the model does.
    /// </summary>
    bool FallBack();
}
