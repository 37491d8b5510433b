namespace LatentWalk.Viewer.Working;

/// <summary>A letter to the worker: show these latents. Reused; its buffer grows once per generator.</summary>
internal sealed class PictureRequest
{
    public long Number { get; set; }

    public PictureKind Kind { get; set; }

    public IPictureSource? Source { get; set; }

    public int Count { get; private set; }

    public float Truncation { get; set; }

    public ulong? Seed { get; set; }

    /// <summary>[Count, zdim] float32, before truncation.</summary>
    public float[] Z { get; private set; } = [];

    public void SetSize(int count, int zdim)
    {
        Count = count;
        if (Z.Length != count * zdim)
        {
            Z = new float[count * zdim];
        }
    }
}
