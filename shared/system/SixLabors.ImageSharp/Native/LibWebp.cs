using System.Runtime.InteropServices;

namespace SixLabors.ImageSharp.Native;

/// <summary>libwebp 1.2 or later, its decoder and encoder.</summary>
internal static unsafe partial class LibWebp
{
    public const int EncoderAbi = 0x020f;

    private const string Library = "libwebp.so.7";

    [LibraryImport(Library)]
    public static partial int WebPGetInfo(byte* data, nuint size, out int width, out int height);

    [LibraryImport(Library)]
    public static partial byte* WebPDecodeRGBAInto(byte* data, nuint size, void* pixels, nuint pixelBytes, int rowBytes);

    [LibraryImport(Library)]
    public static partial int WebPConfigInitInternal(WebpConfig* config, int preset, float quality, int abi);

    [LibraryImport(Library)]
    public static partial int WebPPictureInitInternal(WebpPicture* picture, int abi);

    [LibraryImport(Library)]
    public static partial int WebPPictureImportRGBA(WebpPicture* picture, void* pixels, int rowBytes);

    [LibraryImport(Library)]
    public static partial void WebPPictureFree(WebpPicture* picture);

    [LibraryImport(Library)]
    public static partial void WebPFree(void* memory);
}
