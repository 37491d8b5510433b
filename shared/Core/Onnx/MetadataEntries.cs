using System.Globalization;
using LatentWalk.Core.Latents;
using LatentWalk.Core.Networks;

namespace LatentWalk.Core.Onnx;

/// <summary><see cref="GeneratorMetadata"/> as text by key, and back; strict about every value it knows.</summary>
internal static class MetadataEntries
{
    private const string FormatVersion = "1";
    private const int MaxZDim = 1 << 16;
    private const int MaxSide = 1 << 14;

    // Spelled once; PixelRange names the meaning.
    private static readonly Dictionary<PixelRange, string> Ranges = new()
    {
        [PixelRange.SignedUnit] = "-1,1",
        [PixelRange.Unit] = "0,1",
        [PixelRange.Levels] = "0,255",
    };

    public static IEnumerable<KeyValuePair<string, string>> Write(GeneratorMetadata metadata)
    {
        var entries = new SortedDictionary<string, string>(StringComparer.Ordinal);
        void Add(string key, string? value)
        {
            if (value is not null)
            {
                entries.Add(key, value);
            }
        }

        Add(MetadataKeys.Version, FormatVersion);
        Add(MetadataKeys.ZDim, Text(metadata.ZDim));
        Add(MetadataKeys.Resolution, Text(metadata.Resolution));
        Add(MetadataKeys.Distribution, metadata.Distribution);
        Add(MetadataKeys.Range, Ranges[metadata.Range]);
        Add(MetadataKeys.Classes, Text(metadata.Classes));
        Add(MetadataKeys.ClassNames, metadata.ClassNames.Count == 0 ? null : ClassNames.Serialize(metadata.ClassNames));
        Add(MetadataKeys.Generator, metadata.Generator);
        Add(MetadataKeys.Weights, metadata.Weights);
        Add(MetadataKeys.Preset, metadata.Preset);
        Add(MetadataKeys.Step, Text(metadata.Step));
        Add(MetadataKeys.ImagesSeen, Text(metadata.ImagesSeen));
        Add(MetadataKeys.Dataset, metadata.Dataset);
        Add(MetadataKeys.Checkpoint, metadata.Checkpoint);
        Add(MetadataKeys.Truncation, Text(metadata.Truncation));
        Add(MetadataKeys.SheetSeeds, metadata.SheetSeeds.Count == 0 ? null : SeedList.Format(metadata.SheetSeeds));
        Add(MetadataKeys.Directions, metadata.Directions.Count == 0 ? null : DirectionsJson.Write(metadata.Directions));
        Add(MetadataKeys.Precision, metadata.Precision is { } precision ? VariantNames.Of(precision) : null);
        Add(MetadataKeys.Upsample, metadata.Upsample is { } upsample ? VariantNames.Of(upsample) : null);
        foreach (var (prefix, parity) in new[] { (MetadataKeys.Parity, metadata.Parity), (MetadataKeys.ParityFull, metadata.FullParity) })
        {
            Add(prefix + MetadataKeys.MaximumSuffix, Text(parity?.Maximum));
            Add(prefix + MetadataKeys.MeanSuffix, Text(parity?.Mean));
            Add(prefix + MetadataKeys.ImagesSuffix, Text(parity?.Images));
            Add(prefix + MetadataKeys.LevelsSuffix, Text(parity?.Levels));
            Add(prefix + MetadataKeys.ChangedSuffix, Text(parity?.Changed));
        }

        Add(OnnxNames.Author, metadata.Author);
        Add(OnnxNames.License, metadata.License);
        return entries;
    }

    public static GeneratorMetadata? Read(IReadOnlyDictionary<string, string> entries, string path)
    {
        if (!entries.Keys.Any(key => key.StartsWith(MetadataKeys.Prefix, StringComparison.Ordinal)))
        {
            return null;
        }

        var fields = new MetadataFields(entries, path);
        string version = fields.Required(MetadataKeys.Version);
        if (version != FormatVersion)
        {
            throw fields.Wrong(MetadataKeys.Version, $"{FormatVersion}; a newer Latent Walk wrote this file, update to open it");
        }

        int zdim = fields.Integer(MetadataKeys.ZDim, 1, MaxZDim);
        int classes = fields.Integer(MetadataKeys.Classes, 0, MaxZDim);
        return new GeneratorMetadata
        {
            ZDim = zdim,
            Resolution = fields.Integer(MetadataKeys.Resolution, 1, MaxSide),
            Distribution = fields.OneOf(MetadataKeys.Distribution, "normal"),
            Range = Ranges.First(pair => pair.Value == fields.OneOf(MetadataKeys.Range, [.. Ranges.Values])).Key,
            Classes = classes,
            ClassNames = ClassNames.Parse(fields.Optional(MetadataKeys.ClassNames), classes, $"{path}, metadata '{MetadataKeys.ClassNames}'"),
            Generator = fields.Optional(MetadataKeys.Generator),
            Weights = fields.Optional(MetadataKeys.Weights),
            Preset = fields.Optional(MetadataKeys.Preset),
            Step = fields.OptionalLong(MetadataKeys.Step),
            ImagesSeen = fields.OptionalLong(MetadataKeys.ImagesSeen),
            Dataset = fields.Optional(MetadataKeys.Dataset),
            Checkpoint = fields.Optional(MetadataKeys.Checkpoint),
            Truncation = fields.OptionalSingle(MetadataKeys.Truncation) ?? 1,
            SheetSeeds = fields.Seeds(MetadataKeys.SheetSeeds),
            Directions = entries.TryGetValue(MetadataKeys.Directions, out string? json) ? DirectionsJson.Read(json, zdim, path) : [],
            Precision = Variant(fields, MetadataKeys.Precision, VariantNames.Precisions),
            Upsample = Variant(fields, MetadataKeys.Upsample, VariantNames.Upsamples),
            Parity = ReadParity(fields, MetadataKeys.Parity),
            FullParity = ReadParity(fields, MetadataKeys.ParityFull),
            Author = fields.Optional(OnnxNames.Author),
            License = fields.Optional(OnnxNames.License),
        };
    }

    private static T? Variant<T>(MetadataFields fields, string key, IReadOnlyDictionary<string, T> names)
        where T : struct => fields.Optional(key) is null ? null : names[fields.OneOf(key, [.. names.Keys])];

    private static ParityRecord? ReadParity(MetadataFields fields, string prefix) =>
        fields.Optional(prefix + MetadataKeys.ImagesSuffix) is null
            ? null
            : new ParityRecord(
                fields.OptionalSingle(prefix + MetadataKeys.MaximumSuffix) ?? throw fields.Missing(prefix + MetadataKeys.MaximumSuffix),
                fields.OptionalSingle(prefix + MetadataKeys.MeanSuffix) ?? throw fields.Missing(prefix + MetadataKeys.MeanSuffix),
                fields.Integer(prefix + MetadataKeys.ImagesSuffix, 0, int.MaxValue))
            {
                Levels = fields.Optional(prefix + MetadataKeys.LevelsSuffix) is null ? null : fields.Integer(prefix + MetadataKeys.LevelsSuffix, 0, 255),
                Changed = fields.OptionalSingle(prefix + MetadataKeys.ChangedSuffix),
            };

    private static string? Text(IFormattable? value) => value?.ToString(null, CultureInfo.InvariantCulture);
}
