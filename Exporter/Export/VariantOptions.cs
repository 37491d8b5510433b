using System.CommandLine;
using LatentWalk.Core.Onnx;

namespace LatentWalk.Exporter.Export;

/// <summary>The options that say which variant of a generator file is meant.</summary>
internal sealed class VariantOptions
{
    private readonly Option<string> _precision = OneOf(
        "--precision", "fp32; fp16-weights (half the file, arithmetic in float32), fp16 (arithmetic too) or int8-weights (a quarter of the file).", VariantNames.Precisions);

    private readonly Option<string> _pixels = OneOf(
        "--pixels", "float ([batch, 3, H, W] in [-1, 1]) or rgba8 (bytes [batch, H, W, 4], ready to upload).", VariantNames.Pixels);

    private readonly Option<string> _upsample = OneOf(
        "--upsample", "transposed (convolutions), or resize: Resize and Conv, for runtimes that get those wrong; the same pictures, three times slower.", VariantNames.Upsamples);

    public IReadOnlyList<Option> All => [_precision, _pixels, _upsample];

    public GraphOptions Read(ParseResult parsed) => new()
    {
        Precision = VariantNames.Precisions[parsed.GetValue(_precision)!],
        Pixels = VariantNames.Pixels[parsed.GetValue(_pixels)!],
        Upsample = VariantNames.Upsamples[parsed.GetValue(_upsample)!],
    };

    // The first one is the default.
    private static Option<string> OneOf<T>(string name, string description, IReadOnlyDictionary<string, T> values)
    {
        var option = new Option<string>(name) { Description = description, DefaultValueFactory = _ => values.Keys.First() };
        option.AcceptOnlyFromAmong([.. values.Keys]);
        return option;
    }
}
