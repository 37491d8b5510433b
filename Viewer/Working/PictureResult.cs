namespace LatentWalk.Viewer.Working;

/// <summary>A letter from the worker: the picture of a part, or why there is none. Reused; buffers grow once per generator.</summary>
internal sealed class PictureResult
{
    /// <summary>The part's number.</summary>
    public long Number { get; private set; }

    /// <summary>The asker's own.</summary>
    public long Version { get; private set; }

    public IPictureSource? Source { get; private set; }

    public float Truncation { get; private set; }

    public ulong? Seed { get; private set; }

    /// <summary>When what was asked for changed, in ticks of the clock.</summary>
    public long ChangedAt { get; private set; }

    /// <summary>The first latent of the part, [zdim], before truncation.</summary>
    public float[] Z { get; set; } = [];

    /// <summary>The first condition of the part, [classes]; empty for the first class.</summary>
    public float[] C { get; set; } = [];

    /// <summary>[Count, Height, Width, 4] uint8, not yet made ones black; empty after a failure. Whoever takes the letter may exchange it.</summary>
    public byte[] Rgba { get; set; } = [];

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

    /// <summary>Since the picture of this slot before, where the worker did not rest in between; else <see cref="RunSeconds"/>.</summary>
    public double IntervalSeconds { get; set; }

    /// <summary>Why there is no picture.</summary>
    public string? Error { get; set; }

    /// <summary>Makes this the (still empty) answer to <paramref name="part"/>.</summary>
    public void Answer(PicturePart part, int width, int height)
    {
        Number = part.Number;
        Version = part.Version;
        Source = part.Source;
        Truncation = part.Truncation;
        Seed = part.Seed;
        ChangedAt = part.ChangedAt;
        Error = null;
        Count = part.Count;
        Width = width;
        Height = height;
        Ready = 0;
        IsComplete = false;
        Z = First(part.Z, part.Count, Z);
        C = First(part.C, part.Count, C);
        int bytes = part.Count * width * height * 4;
        if (Rgba.Length != bytes)
        {
            Rgba = new byte[bytes];
        }
    }

    private static float[] First(ReadOnlySpan<float> rows, int count, float[] row)
    {
        int length = rows.Length / Math.Max(1, count);
        float[] result = row.Length == length ? row : new float[length];
        rows[..length].CopyTo(result);
        return result;
    }
}
