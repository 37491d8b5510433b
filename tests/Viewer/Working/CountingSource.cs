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

    public int Classes { get; init; }

    public int Width => Side;

    public int Height => Side;

    public int MaxBatch => 8;

    public string Provider => "CPU";

    public double PatienceSeconds => 30;

    /// <summary>The condition of the last run.</summary>
    public float[] Condition { get; private set; } = [];

    public void Run(ReadOnlySpan<float> z, ReadOnlySpan<float> c, int count, Span<byte> rgba)
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        Condition = c.ToArray();
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

    public bool FallBack() => false;

    public void Dispose() => IsDisposed = true;
}
