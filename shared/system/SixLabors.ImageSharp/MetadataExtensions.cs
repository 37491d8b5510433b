using SixLabors.ImageSharp.Formats.Gif;
using SixLabors.ImageSharp.Formats.Png;
using SixLabors.ImageSharp.Formats.Webp;
using SixLabors.ImageSharp.Metadata;

namespace SixLabors.ImageSharp;

public static class MetadataExtensions
{
    public static PngMetadata GetPngMetadata(this ImageMetadata source) => source.Of<PngMetadata>();

    public static PngFrameMetadata GetPngMetadata(this ImageFrameMetadata source) => source.Of<PngFrameMetadata>();

    public static WebpMetadata GetWebpMetadata(this ImageMetadata metadata) => metadata.Of<WebpMetadata>();

    public static WebpFrameMetadata GetWebpMetadata(this ImageFrameMetadata metadata) => metadata.Of<WebpFrameMetadata>();

    public static GifMetadata GetGifMetadata(this ImageMetadata source) => source.Of<GifMetadata>();

    public static GifFrameMetadata GetGifMetadata(this ImageFrameMetadata source) => source.Of<GifFrameMetadata>();
}
