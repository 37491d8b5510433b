using System.Runtime.InteropServices;

namespace SixLabors.ImageSharp.Native;

/// <summary>libwebpdemux: an animated WebP to whole frames.</summary>
internal static unsafe partial class LibWebpDemux
{
    public const int Abi = 0x0107;

    private const string Library = "libwebpdemux.so.2";

    /// <param name="options">Null for straight-alpha RGBA.</param>
    [LibraryImport(Library)]
    public static partial nint WebPAnimDecoderNewInternal(WebpData* data, void* options, int abi);

    [LibraryImport(Library)]
    public static partial int WebPAnimDecoderGetInfo(nint decoder, WebpAnimationInfo* info);

    [LibraryImport(Library)]
    public static partial int WebPAnimDecoderGetNext(nint decoder, byte** pixels, int* endMilliseconds);

    [LibraryImport(Library)]
    public static partial void WebPAnimDecoderDelete(nint decoder);
}
