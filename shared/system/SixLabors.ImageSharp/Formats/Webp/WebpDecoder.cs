namespace SixLabors.ImageSharp.Formats.Webp;

internal sealed class WebpDecoder : FormatDecoder
{
    public static WebpDecoder Instance { get; } = new();

    public override IImageFormat Format => WebpFormat.Instance;

    public override bool Recognises(ReadOnlySpan<byte> data) => false;

    public override Raster Identify(DecoderOptions options, ReadOnlySpan<byte> data) => throw new NotSupportedException();

    public override Raster Decode(DecoderOptions options, ReadOnlySpan<byte> data) => throw new NotSupportedException();
}
