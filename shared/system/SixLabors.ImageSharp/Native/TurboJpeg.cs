using System.Runtime.InteropServices;

namespace SixLabors.ImageSharp.Native;

/// <summary>libturbojpeg 2: plain C calls with return codes.</summary>
internal static unsafe partial class TurboJpeg
{
    public const int FormatRgba = 7;
    public const int FormatCmyk = 11;
    public const int SpaceCmyk = 3;
    public const int SpaceYcck = 4;
    public const int FlagNearestChroma = 256;
    public const int FlagAccurateDct = 4096;
    public const int FlagLimitScans = 32768;
    public const int ErrorIsWarning = 0;

    private const string Library = "libturbojpeg.so.0";

    [LibraryImport(Library)]
    public static partial nint tjInitDecompress();

    [LibraryImport(Library)]
    public static partial int tjDestroy(nint handle);

    [LibraryImport(Library)]
    public static partial int tjDecompressHeader3(
        nint handle, byte* data, CULong size, out int width, out int height, out int subsampling, out int colorSpace);

    [LibraryImport(Library)]
    public static partial int tjDecompress2(
        nint handle, byte* data, CULong size, void* pixels, int width, int rowBytes, int height, int format, int flags);

    [LibraryImport(Library)]
    public static partial int tjGetErrorCode(nint handle);

    [LibraryImport(Library)]
    private static partial nint tjGetErrorStr2(nint handle);

    public static string ErrorOf(nint handle) => Marshal.PtrToStringUTF8(tjGetErrorStr2(handle)) ?? "unknown error";
}
