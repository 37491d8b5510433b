using LatentWalk.Core.Latents;

namespace LatentWalk.Core.Onnx;

/// <summary>
/// What a generator file says about itself in metadata_props: <c>latentwalk.*</c> and the standard author and licence.
/// Nothing in it names a machine, a path or a person the user did not give.
/// </summary>
public sealed record GeneratorMetadata
{
    public required int ZDim { get; init; }

    public required int Resolution { get; init; }

    /// <summary>Of the latent's components; "normal" is the only one defined.</summary>
    public string Distribution { get; init; } = "normal";

    public PixelRange Range { get; init; } = PixelRange.SignedUnit;

    /// <summary>Length of the condition <c>c</c>; 0 without one.</summary>
    public int Classes { get; init; }

    /// <summary>Of the classes, in the order of the condition; empty where nobody named them.</summary>
    public IReadOnlyList<string> ClassNames { get; init; } = [];

    /// <summary>The network's description, as in the checkpoint (JSON).</summary>
    public string? Generator { get; init; }

    /// <summary>"ema" or "raw".</summary>
    public string? Weights { get; init; }

    public string? Preset { get; init; }

    public long? Step { get; init; }

    public long? ImagesSeen { get; init; }

    /// <summary>Fingerprint of the training data.</summary>
    public string? Dataset { get; init; }

    /// <summary>SHA-256 of the checkpoint file, in hex.</summary>
    public string? Checkpoint { get; init; }

    /// <summary>The truncation a viewer starts with.</summary>
    public float Truncation { get; init; } = 1;

    /// <summary>The seeds of the training run's sample sheet.</summary>
    public IReadOnlyList<ulong> SheetSeeds { get; init; } = [];

    public IReadOnlyList<Direction> Directions { get; init; } = [];

    /// <summary>Null in files from before there was a choice: float32.</summary>
    public Precision? Precision { get; init; }

    /// <summary>Null in files from before there was a choice, which are transposed, and of networks that have none.</summary>
    public Upsample? Upsample { get; init; }

    /// <summary>Against the pictures that the trainer stored in the checkpoint.</summary>
    public ParityRecord? Parity { get; init; }

    /// <summary>Of a variant, against the same network's plain float32 graph; null in that graph itself.</summary>
    public ParityRecord? FullParity { get; init; }

    public string? Author { get; init; }

    public string? License { get; init; }

    /// <summary>As metadata_props, ordered by key.</summary>
    public IEnumerable<KeyValuePair<string, string>> ToEntries() => MetadataEntries.Write(this);

    /// <summary>Reads what <see cref="ToEntries"/> wrote; null where no key is ours. Other keys are somebody else's and ignored.</summary>
    /// <param name="entries">metadata_props.</param>
    /// <param name="path">For messages.</param>
    public static GeneratorMetadata? FromEntries(IReadOnlyDictionary<string, string> entries, string path) =>
        MetadataEntries.Read(entries, path);
}
