namespace LatentWalk.Viewer.Working;

/// <summary>A letter from the worker: the picture of a request, or why there is none. Reused; buffers grow once per generator.</summary>
internal sealed class PictureResult
{
    /// <summary>The request's number.</summary>
    public long Number { get; private set; }

    public PictureKind Kind { get; private set; }

    public IPictureSource? Source { get; private set; }

    public float Truncation { get; private set; }

    public ulong? Seed { get; private set; }

    /// <summary>The first latent of the request, [zdim], before truncation.</summary>
    public float[] Z { get; private set; } = [];

    /// <summary>[Count, Height, Width, 4] uint8, not yet made ones black; empty after a failure.</summary>
    public byte[] Rgba { get; private set; } = [];

    public int Count { get; private set; }

    /// <summary>Of one face.</summary>
    public int Width { get; private set; }

    /// <summary>Of one face.</summary>
    public int Height { get; private set; }

    /// <summary>Latents that are in the picture so far: a sheet comes in parts.</summary>
    public int Ready { get; set; }

    public bool IsComplete { get; set; }

    /// <summary>What one run of the generator took.</summary>
    public double RunSeconds { get; set; }

    /// <summary>Why there is no picture.</summary>
    public string? Error { get; set; }

    /// <summary>Makes this the (still empty) answer to <paramref name="request"/>.</summary>
    public void Answer(PictureRequest request, int width, int height)
    {
        Number = request.Number;
        Kind = request.Kind;
        Source = request.Source;
        Truncation = request.Truncation;
        Seed = request.Seed;
        Error = null;
        Count = request.Count;
        Width = width;
        Height = height;
        Ready = 0;
        IsComplete = false;
        int zdim = request.Z.Length / request.Count;
        if (Z.Length != zdim)
        {
            Z = new float[zdim];
        }

        request.Z.AsSpan(0, zdim).CopyTo(Z);
        int bytes = request.Count * width * height * 4;
        if (Rgba.Length != bytes)
        {
            Rgba = new byte[bytes];
        }
    }
}
