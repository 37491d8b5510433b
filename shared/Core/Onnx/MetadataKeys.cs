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
    public const string ParityMax = Prefix + "parity_max";
    public const string ParityMean = Prefix + "parity_mean";
    public const string ParityImages = Prefix + "parity_images";
}
