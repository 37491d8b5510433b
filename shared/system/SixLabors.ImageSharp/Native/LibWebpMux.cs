using System.Runtime.InteropServices;

namespace SixLabors.ImageSharp.Native;

/// <summary>libwebpmux: frames to an animated WebP.</summary>
internal static unsafe partial class LibWebpMux
{
    public const int Abi = 0x0108;

    private const string Library = "libwebpmux.so.3";

    [LibraryImport(Library)]
    public static partial int WebPAnimEncoderOptionsInitInternal(WebpAnimationOptions* options, int abi);

    [LibraryImport(Library)]
    public static partial nint WebPAnimEncoderNewInternal(int width, int height, WebpAnimationOptions* options, int abi);

    [LibraryImport(Library)]
    public static partial int WebPAnimEncoderAdd(nint encoder, WebpPicture* frame, int startMilliseconds, WebpConfig* config);

    [LibraryImport(Library)]
    public static partial int WebPAnimEncoderAssemble(nint encoder, WebpData* result);

    [LibraryImport(Library)]
    public static partial void WebPAnimEncoderDelete(nint encoder);

    [LibraryImport(Library)]
    private static partial nint WebPAnimEncoderGetError(nint encoder);

    public static string ErrorOf(nint encoder) => Marshal.PtrToStringUTF8(WebPAnimEncoderGetError(encoder)) ?? "unknown error";
}
