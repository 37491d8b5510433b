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
        Add(MetadataKeys.ParityMax, Text(metadata.Parity?.Maximum));
        Add(MetadataKeys.ParityMean, Text(metadata.Parity?.Mean));
        Add(MetadataKeys.ParityImages, Text(metadata.Parity?.Images));
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
            Parity = ReadParity(fields),
            Author = fields.Optional(OnnxNames.Author),
            License = fields.Optional(OnnxNames.License),
        };
    }

    private static ParityRecord? ReadParity(MetadataFields fields) =>
        fields.Optional(MetadataKeys.ParityImages) is null
            ? null
            : new ParityRecord(
                fields.OptionalSingle(MetadataKeys.ParityMax) ?? throw fields.Missing(MetadataKeys.ParityMax),
                fields.OptionalSingle(MetadataKeys.ParityMean) ?? throw fields.Missing(MetadataKeys.ParityMean),
                fields.Integer(MetadataKeys.ParityImages, 0, int.MaxValue));

    private static string? Text(IFormattable? value) => value?.ToString(null, CultureInfo.InvariantCulture);
}
