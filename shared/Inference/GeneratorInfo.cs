using LatentWalk.Core.Latents;
using LatentWalk.Core.Onnx;

namespace LatentWalk.Inference;

/// <summary>What an opened generator is.</summary>
public sealed record GeneratorInfo
{
    /// <summary>The file's name without folder and ending.</summary>
    public required string Name { get; init; }

    public required string Path { get; init; }

    /// <summary>Of the file, in lower-case hex.</summary>
    public required string Sha256 { get; init; }

    public required int ZDim { get; init; }

    /// <summary>Length of the condition; 0 without one.</summary>
    public required int Classes { get; init; }

    public required int Width { get; init; }

    public required int Height { get; init; }

    /// <summary>1, 3 or 4.</summary>
    public required int Channels { get; init; }

    /// <summary>Pictures of one run where the file fixes it; null where any number goes.</summary>
    public int? MaxBatch { get; init; }

    /// <summary>Of the latent's components.</summary>
    public string Distribution { get; init; } = "normal";

    public long? Step { get; init; }

    public string? Preset { get; init; }

    /// <summary>The truncation to start with.</summary>
    public float Truncation { get; init; } = 1;

    public IReadOnlyList<ulong> SheetSeeds { get; init; } = [];

    /// <summary>The file's own, or random ones where it has none.</summary>
    public required IReadOnlyList<Direction> Directions { get; init; }

    /// <summary>Whether <see cref="Directions"/> come from the file.</summary>
    public bool HasOwnDirections { get; init; }

    /// <summary>The file's account of itself; null in a foreign file.</summary>
    public GeneratorMetadata? Metadata { get; init; }

    /// <summary>SHA-256 of the checkpoint it was made of, 64 hexadecimal digits; null when the file does not say.</summary>
    public string? Checkpoint => Metadata?.Checkpoint is { Length: 64 } sha256 && sha256.All(char.IsAsciiHexDigit) ? sha256 : null;

    public required GeneratorPorts Ports { get; init; }

    /// <summary>What the input and output were taken for, for the user: "z [n, 100] -> [n, 3, 64, 64] in [-1, 1]".</summary>
    public required string Convention { get; init; }
}
