using LatentWalk.Viewer.Working;

namespace LatentWalk.Viewer.App;

/// <summary>The newest picture that the window has, with everything needed to save it. Written and read on the main thread only.</summary>
internal sealed class ShownPicture
{
    /// <summary>Grows with every change of the pixels.</summary>
    public long Version { get; private set; }

    /// <summary>Whether there is nothing to show.</summary>
    public bool IsEmpty => Source is null;

    /// <summary>Number of the request that it answers.</summary>
    public long Number { get; private set; }

    public IPictureSource? Source { get; private set; }

    public int Count { get; private set; }

    public int Width { get; private set; }

    public int Height { get; private set; }

    /// <summary>[Count, Height, Width, 4] uint8.</summary>
    public byte[] Rgba { get; private set; } = [];

    /// <summary>[zdim] of the first face, before truncation.</summary>
    public float[] Z { get; private set; } = [];

    public float Truncation { get; private set; }

    public ulong? Seed { get; private set; }

    public void Take(PictureResult result)
    {
        Version++;
        Number = result.Number;
        Source = result.Source;
        Count = result.Count;
        Width = result.Width;
        Height = result.Height;
        Truncation = result.Truncation;
        Seed = result.Seed;
        if (Rgba.Length != result.Rgba.Length)
        {
            Rgba = new byte[result.Rgba.Length];
        }

        if (Z.Length != result.Z.Length)
        {
            Z = new float[result.Z.Length];
        }

        result.Rgba.CopyTo(Rgba, 0);
        result.Z.CopyTo(Z, 0);
    }

    public void Forget() => Source = null;
}
