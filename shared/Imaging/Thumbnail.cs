using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats.Webp;
using SixLabors.ImageSharp.PixelFormats;

namespace LatentWalk.Imaging;

/// <summary>Small pictures for a page.</summary>
public static class Thumbnail
{
    private const int Quality = 80;

    /// <param name="rgba">uint8 <c>[height, width, 4]</c>.</param>
    /// <returns>A lossy WebP file.</returns>
    public static byte[] Encode(ReadOnlySpan<byte> rgba, int width, int height)
    {
        RgbaPicture.RequireLength(rgba, width, height, nameof(rgba));
        using Image<Rgba32> image = Image.LoadPixelData<Rgba32>(ImageLibrary.Configuration, rgba, width, height);
        using MemoryStream stream = new();
        image.Save(stream, new WebpEncoder { FileFormat = WebpFileFormatType.Lossy, Quality = Quality });
        return stream.ToArray();
    }

    /// <param name="rgba">uint8 <c>[height, width, 4]</c>.</param>
    /// <returns>A lossy WebP as a <c>data:</c> address, ready for an <c>img</c>.</returns>
    public static string DataUri(ReadOnlySpan<byte> rgba, int width, int height) => DataUri(Encode(rgba, width, height));

    /// <param name="webp">A WebP file, still or animated.</param>
    public static string DataUri(byte[] webp) => "data:image/webp;base64," + Convert.ToBase64String(webp);
}
