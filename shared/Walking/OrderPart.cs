namespace LatentWalk.Walking;

/// <summary>Latents whose pictures must be on screen, and of which generator. Reused every frame.</summary>
public sealed class OrderPart
{
    public SourceRef Source { get; set; }

    /// <summary>Latents; 0 for nothing.</summary>
    public int Count { get; private set; }

    public int ZDim { get; private set; }

    /// <summary>[Count, ZDim] float32, before truncation; the buffer may be longer.</summary>
    public float[] Buffer { get; private set; } = [];

    public Span<float> Z => Buffer.AsSpan(0, Count * ZDim);

    /// <summary>[classes] weights for all of them; empty for a generator without classes.</summary>
    public float[] Classes { get; set; } = [];

    public float Truncation { get; set; } = 1;

    /// <summary>The seed of the only latent, where it was drawn from one.</summary>
    public ulong? Seed { get; set; }

    /// <summary>
    /// Pictures of another group must not be shown, or clicked on, in place of these while these are being made; within
    /// a group older ones stay until newer ones come.
    /// </summary>
    public object? Group { get; set; }

    public void SetSize(int count, int zdim)
    {
        Count = count;
        ZDim = zdim;
        if (Buffer.Length < count * zdim)
        {
            Buffer = new float[count * zdim];
        }
    }

    /// <summary>Latent number <paramref name="index"/>, to be written.</summary>
    public Span<float> Latent(int index) => Buffer.AsSpan(index * ZDim, ZDim);

    public void Clear()
    {
        Count = 0;
        Source = SourceRef.Main;
        Classes = [];
        Truncation = 1;
        Seed = null;
        Group = null;
    }
}
