namespace LatentWalk.Trainer.Data;

/// <summary>The real pictures of a run: uint8 RGB [size, size, 3] each. Any number of threads may read.</summary>
internal interface IPictureSet : IDisposable
{
    int Count { get; }

    /// <summary>Side in pixels.</summary>
    int Size { get; }

    /// <summary>SHA-256 of the side, the count and the pixels in order, lower-case hexadecimal.</summary>
    string Fingerprint { get; }

    /// <summary>What was left out when the pictures were read.</summary>
    IReadOnlyList<SkippedPicture> Skipped { get; }

    /// <summary>Names of the classes; empty when there are no labels.</summary>
    IReadOnlyList<string> Classes { get; }

    /// <summary>Index of the picture's class, -1 for none.</summary>
    int ClassOf(int index);

    /// <summary>What messages call the picture.</summary>
    string NameOf(int index);

    /// <summary>RGB [size, size, 3]; empty when the picture has gone bad since the set was opened. Allocates nothing.</summary>
    /// <param name="buffer">At least 4 · size · size bytes. The result may lie in it, and is valid until it is used again.</param>
    ReadOnlySpan<byte> Read(int index, Span<byte> buffer);
}
