namespace SixLabors.ImageSharp.Formats.Gif;

internal sealed class GifDecoder : FormatDecoder
{
    private GifDecoder()
    {
    }

    public static GifDecoder Instance { get; } = new();

    public override IImageFormat Format => GifFormat.Instance;

    public override bool Recognises(ReadOnlySpan<byte> data) => data.StartsWith("GIF87a"u8) || data.StartsWith("GIF89a"u8);

    public override Raster Identify(DecoderOptions options, ReadOnlySpan<byte> data) => new GifDecoding(options).Run(data, pixels: false);

    public override Raster Decode(DecoderOptions options, ReadOnlySpan<byte> data) => new GifDecoding(options).Run(data, pixels: true);
}
