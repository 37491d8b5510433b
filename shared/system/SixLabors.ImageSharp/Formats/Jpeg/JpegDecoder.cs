namespace SixLabors.ImageSharp.Formats.Jpeg;

internal sealed class JpegDecoder : FormatDecoder
{
    public static JpegDecoder Instance { get; } = new();

    public override IImageFormat Format => JpegFormat.Instance;

    public override bool Recognises(ReadOnlySpan<byte> data) => false;

    public override Raster Identify(DecoderOptions options, ReadOnlySpan<byte> data) => throw new NotSupportedException();

    public override Raster Decode(DecoderOptions options, ReadOnlySpan<byte> data) => throw new NotSupportedException();
}
