using LatentWalk.Viewer.Working;

namespace LatentWalk.Viewer.App;

/// <summary>A picture that the window has, with everything needed to save it. Written and read on the main thread only.</summary>
internal sealed class ShownPicture
{
    /// <summary>Differs from every other picture's; 0 as long as there was none.</summary>
    public long Version { get; private set; }

    /// <summary>Whether there is nothing to show.</summary>
    public bool IsEmpty => Source is null;

    /// <summary>Number of the order that it answers.</summary>
    public long Number { get; private set; }

    /// <summary>The asker's version of that order.</summary>
    public long OrderVersion { get; private set; }

    public IPictureSource? Source { get; private set; }

    public int Count { get; private set; }

    /// <summary>Faces of a sheet that are in it already.</summary>
    public int Ready { get; private set; }

    public int Width { get; private set; }

    public int Height { get; private set; }

    /// <summary>[Count, Height, Width, 4] uint8.</summary>
    public byte[] Rgba { get; private set; } = [];

    /// <summary>[zdim] of the first face, before truncation.</summary>
    public float[] Z { get; private set; } = [];

    /// <summary>[classes] of the first face; empty for the first class.</summary>
    public float[] C { get; private set; } = [];

    public float Truncation { get; private set; }

    public ulong? Seed { get; private set; }

    /// <summary>When the latent that it shows was asked for, in ticks of the clock.</summary>
    public long ChangedAt { get; private set; }

    /// <summary>Takes the letter's picture and gives it the buffers of the one before in exchange.</summary>
    public void Take(PictureResult result, long version)
    {
        Version = version;
        Number = result.Number;
        OrderVersion = result.Version;
        Source = result.Source;
        Count = result.Count;
        Ready = result.Ready;
        Width = result.Width;
        Height = result.Height;
        Truncation = result.Truncation;
        Seed = result.Seed;
        ChangedAt = result.ChangedAt;
        (Rgba, result.Rgba) = (result.Rgba, Rgba);
        (Z, result.Z) = (result.Z, Z);
        (C, result.C) = (result.C, C);
    }

    public void Forget() => Source = null;
}
