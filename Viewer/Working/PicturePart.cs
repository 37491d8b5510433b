namespace LatentWalk.Viewer.Working;

/// <summary>What one slot should show. Reused; its buffers grow when a generator or a sheet is larger than those before.</summary>
internal sealed class PicturePart
{
    private float[] z = [];
    private float[] c = [];

    /// <summary>Grows with every change of the part; 0 when nothing was ever asked.</summary>
    public long Number { get; set; }

    /// <summary>The asker's own, unchanged as long as the latents of a sheet are.</summary>
    public long Version { get; set; }

    /// <summary>Null when nothing is wanted in this slot.</summary>
    public IPictureSource? Source { get; set; }

    public int Count { get; private set; }

    public float Truncation { get; set; }

    public ulong? Seed { get; set; }

    /// <summary>A sheet to be shown only when all of it is there; a newer one waits until then.</summary>
    public bool IsWhole { get; set; }

    /// <summary>When what is asked for changed, in ticks of the clock.</summary>
    public long ChangedAt { get; set; }

    /// <summary>[Count, zdim] float32, before truncation.</summary>
    public ReadOnlySpan<float> Z => z.AsSpan(0, zLength);

    /// <summary>[Count, classes] float32; empty for the first class.</summary>
    public ReadOnlySpan<float> C => c.AsSpan(0, cLength);

    private int zLength;
    private int cLength;

    public void SetLatents(int count, ReadOnlySpan<float> latents, ReadOnlySpan<float> condition)
    {
        Count = count;
        zLength = Copy(latents, ref z);
        cLength = Copy(condition, ref c);
    }

    public void CopyFrom(PicturePart other)
    {
        Number = other.Number;
        Version = other.Version;
        Source = other.Source;
        Truncation = other.Truncation;
        Seed = other.Seed;
        IsWhole = other.IsWhole;
        ChangedAt = other.ChangedAt;
        SetLatents(other.Count, other.Z, other.C);
    }

    /// <summary>Buffers of the right size for a part like this, so that none grows while flying.</summary>
    private static int Copy(ReadOnlySpan<float> values, ref float[] buffer)
    {
        if (buffer.Length < values.Length)
        {
            buffer = new float[values.Length];
        }

        values.CopyTo(buffer);
        return values.Length;
    }
}
