using LatentWalk.Imaging;

namespace LatentWalk.Trainer.Data;

/// <summary>Which pictures a run is trained on, and what reading them may take.</summary>
internal sealed record PictureRequest
{
    /// <summary>A folder, a zip or a packed set.</summary>
    public required string Data { get; init; }

    /// <summary>Side in pixels.</summary>
    public required int Size { get; init; }

    public Fit Fit { get; init; }

    public int Threads { get; init; } = 1;

    /// <summary>What decoded pictures may take in memory; more of them than that are packed into a file.</summary>
    public long MemoryBytes { get; init; } = long.MaxValue;

    /// <summary>Where that file is put. Pictures of <see cref="Known"/> that are there already are taken as they are.</summary>
    public required string PackedPath { get; init; }

    /// <summary>Fingerprint that a set at <see cref="PackedPath"/> must have to be used again; null when it must not.</summary>
    public string? Known { get; init; }

    /// <summary>Told what is worth knowing before it takes long.</summary>
    public Action<string>? Say { get; init; }

    /// <summary>Told the pictures done and all of them after each.</summary>
    public Action<int, int>? Decoded { get; init; }
}
