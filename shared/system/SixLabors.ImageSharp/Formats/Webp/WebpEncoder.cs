namespace SixLabors.ImageSharp.Formats.Webp;

public sealed class WebpEncoder : ImageEncoder
{
    public WebpFileFormatType? FileFormat { get; init; }

    public int Quality { get; init; } = 75;

    public WebpEncodingMethod Method { get; init; } = WebpEncodingMethod.Level4;

    private protected override void Write(Raster picture, Stream stream) => throw new NotSupportedException();
}
