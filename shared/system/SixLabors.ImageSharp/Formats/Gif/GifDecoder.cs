namespace SixLabors.ImageSharp.Formats.Gif;

internal sealed class GifDecoder : FormatDecoder
{
    public static GifDecoder Instance { get; } = new();

    public override IImageFormat Format => GifFormat.Instance;

    public override bool Recognises(ReadOnlySpan<byte> data) => false;

    public override Raster Identify(DecoderOptions options, ReadOnlySpan<byte> data) => throw new NotSupportedException();

    public override Raster Decode(DecoderOptions options, ReadOnlySpan<byte> data) => throw new NotSupportedException();
}
