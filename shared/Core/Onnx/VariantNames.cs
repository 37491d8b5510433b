namespace LatentWalk.Core.Onnx;

/// <summary>The variants of a generator file as users and files write them.</summary>
public static class VariantNames
{
    public static IReadOnlyDictionary<string, Precision> Precisions { get; } = new Dictionary<string, Precision>(StringComparer.Ordinal)
    {
        ["fp32"] = Precision.Full,
        ["fp16-weights"] = Precision.Float16Weights,
        ["fp16"] = Precision.Float16,
        ["int8-weights"] = Precision.Int8Weights,
    };

    public static IReadOnlyDictionary<string, PixelOutput> Pixels { get; } = new Dictionary<string, PixelOutput>(StringComparer.Ordinal)
    {
        ["float"] = PixelOutput.Floats,
        ["rgba8"] = PixelOutput.Rgba8,
    };

    public static IReadOnlyDictionary<string, Upsample> Upsamples { get; } = new Dictionary<string, Upsample>(StringComparer.Ordinal)
    {
        ["transposed"] = Upsample.Transposed,
        ["resize"] = Upsample.Resize,
    };

    public static string Of(Precision precision) => Precisions.First(pair => pair.Value == precision).Key;

    public static string Of(PixelOutput pixels) => Pixels.First(pair => pair.Value == pixels).Key;

    public static string Of(Upsample upsample) => Upsamples.First(pair => pair.Value == upsample).Key;
}
