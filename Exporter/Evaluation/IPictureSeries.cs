namespace LatentWalk.Exporter.Evaluation;

/// <summary>Pictures of one size in a fixed order: out of a generator or out of files.</summary>
internal interface IPictureSeries : IDisposable
{
    /// <summary>What results call it.</summary>
    string Kind { get; }

    int Count { get; }

    /// <summary>Side in pixels.</summary>
    int Size { get; }

    /// <param name="rgb">uint8 [count, size, size, 3], filled.</param>
    void Read(int first, int count, Span<byte> rgb);
}
