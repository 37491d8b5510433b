namespace LatentWalk.Exporter.Triton;

/// <summary>Where the repository lies, and how a server is to batch.</summary>
internal sealed record TritonRequest
{
    public required string Folder { get; init; }

    /// <summary>The most pictures of one run. A file with a fixed number of them keeps that.</summary>
    public int MaxBatch { get; init; } = 64;

    /// <summary>How long a request may wait for others to share a run with.</summary>
    public int QueueMicroseconds { get; init; } = 2000;

    public Accelerator Accelerator { get; init; } = Accelerator.None;
}
