namespace LatentWalk.Inference;

/// <summary>Latents in, pictures of the first class out: a session, or what stands before one.</summary>
/// <param name="ZDim">Numbers in a latent.</param>
/// <param name="Width">Of a picture.</param>
/// <param name="Height">Of a picture.</param>
/// <param name="MaxBatch">The most latents that one <paramref name="Run"/> takes.</param>
/// <param name="Run">Makes pictures.</param>
public sealed record PictureMaker(int ZDim, int Width, int Height, int MaxBatch, PictureMaker.Pictures Run)
{
    /// <param name="z">[count, zdim] float32, truncated already.</param>
    /// <param name="count">1 to <see cref="MaxBatch"/>.</param>
    /// <param name="rgba">[count, Height, Width, 4] uint8.</param>
    public delegate void Pictures(ReadOnlySpan<float> z, int count, Span<byte> rgba);
}
