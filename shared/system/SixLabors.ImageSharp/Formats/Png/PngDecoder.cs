namespace SixLabors.ImageSharp.Formats.Png;

internal sealed class PngDecoder : FormatDecoder
{
    private PngDecoder()
    {
    }

    public static PngDecoder Instance { get; } = new();

    public override IImageFormat Format => PngFormat.Instance;

    public override bool Recognises(ReadOnlySpan<byte> data) => data.StartsWith(PngSignature.Bytes);

    public override Raster Identify(DecoderOptions options, ReadOnlySpan<byte> data)
    {
        using PngDecoding decoding = new(options);
        return decoding.Run(data, pixels: false);
    }

    public override Raster Decode(DecoderOptions options, ReadOnlySpan<byte> data)
    {
        using PngDecoding decoding = new(options);
        return decoding.Run(data, pixels: true);
    }
}
