namespace LatentWalk.Core.Onnx;

/// <summary>The keys of a generator file's metadata_props.</summary>
public static class MetadataKeys
{
    public const string Prefix = "latentwalk.";
    public const string Version = Prefix + "version";
    public const string ZDim = Prefix + "zdim";
    public const string Distribution = Prefix + "distribution";
    public const string Range = Prefix + "range";
    public const string Resolution = Prefix + "resolution";
    public const string Classes = Prefix + "classes";
    public const string ClassNames = Prefix + "class_names";
    public const string Generator = Prefix + "generator";
    public const string Weights = Prefix + "weights";
    public const string Preset = Prefix + "preset";
    public const string Step = Prefix + "step";
    public const string ImagesSeen = Prefix + "images_seen";
    public const string Dataset = Prefix + "dataset";
    public const string Checkpoint = Prefix + "checkpoint";
    public const string Truncation = Prefix + "truncation";
    public const string SheetSeeds = Prefix + "sheet_seeds";
    public const string Directions = Prefix + "directions";
    public const string Precision = Prefix + "precision";
    public const string Upsample = Prefix + "upsample";

    /// <summary>Against the trainer's own pictures.</summary>
    public const string Parity = Prefix + "parity_";

    /// <summary>Against the same network's plain float32 graph.</summary>
    public const string ParityFull = Prefix + "parity_fp32_";

    /// <summary>What follows <see cref="Parity"/> and <see cref="ParityFull"/>.</summary>
    public const string MaximumSuffix = "max";
    public const string MeanSuffix = "mean";
    public const string ImagesSuffix = "images";
    public const string LevelsSuffix = "levels";
    public const string ChangedSuffix = "changed";
}
