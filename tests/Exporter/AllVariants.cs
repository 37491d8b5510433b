using LatentWalk.Core.Onnx;

namespace LatentWalk.Exporter.Tests;

/// <summary>Every variant of a generator file, as its options on the command line.</summary>
internal static class AllVariants
{
    public static IReadOnlyList<GraphOptions> Options { get; } =
    [
        .. from precision in Enum.GetValues<Precision>()
           from pixels in Enum.GetValues<PixelOutput>()
           from upsample in Enum.GetValues<Upsample>()
           select new GraphOptions { Precision = precision, Pixels = pixels, Upsample = upsample },
    ];

    public static string[] Arguments(GraphOptions options) =>
    [
        "--precision", VariantNames.Of(options.Precision), "--pixels", VariantNames.Of(options.Pixels), "--upsample", VariantNames.Of(options.Upsample),
    ];

    /// <summary>Such as "fp16-rgba8-resize.onnx".</summary>
    public static string FileName(GraphOptions options) => options.ToString().Replace(", ", "-", StringComparison.Ordinal) + ".onnx";
}
