using LatentWalk.Viewer.Working;

namespace LatentWalk.Viewer.Tests.Working;

/// <summary>A source whose picture is its latent, written out: slow, failing or counted as a test wants it.</summary>
internal sealed class CountingSource : IPictureSource
{
    public const int Size = 16;
    public const int Side = 2;

    private int runs;
    private int latents;

    public int RunMilliseconds { get; set; }

    public string? Failure { get; set; }

    public int Runs => runs;

    public int Latents => latents;

    public bool IsDisposed { get; private set; }

    public int ZDim => Size;

    public int Width => Side;

    public int Height => Side;

    public int MaxBatch => 8;

    public void Run(ReadOnlySpan<float> z, int count, Span<byte> rgba)
    {
        Interlocked.Increment(ref runs);
        Interlocked.Add(ref latents, count);
        Thread.Sleep(RunMilliseconds);
        if (Failure is not null)
        {
            throw new InvalidOperationException(Failure);
        }

        for (int i = 0; i < rgba.Length; i++)
        {
            rgba[i] = (byte)(128 + 50 * z[i]);
        }
    }

    public void Dispose() => IsDisposed = true;
}
