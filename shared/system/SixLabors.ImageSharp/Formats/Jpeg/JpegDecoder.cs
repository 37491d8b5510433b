using System.Runtime.InteropServices;
using SixLabors.ImageSharp.Native;
using SixLabors.ImageSharp.PixelFormats;

namespace SixLabors.ImageSharp.Formats.Jpeg;

internal sealed unsafe class JpegDecoder : FormatDecoder
{
    private JpegDecoder()
    {
    }

    public static JpegDecoder Instance { get; } = new();

    public override IImageFormat Format => JpegFormat.Instance;

    public override bool Recognises(ReadOnlySpan<byte> data) => data.StartsWith<byte>([0xFF, 0xD8, 0xFF]);

    public override Raster Identify(DecoderOptions options, ReadOnlySpan<byte> data) => Run(options, data, pixels: false);

    public override Raster Decode(DecoderOptions options, ReadOnlySpan<byte> data) => Run(options, data, pixels: true);

    private static Raster Run(DecoderOptions options, ReadOnlySpan<byte> data, bool pixels)
    {
        fixed (byte* start = data)
        {
            byte* file = start;
            int length = data.Length;
            Raster raster = NativeCodec.Call("JPEG", "libturbojpeg0", () => Read(options, file, length, pixels));
            if (!options.SkipMetadata)
            {
                raster.Metadata.Orientation = ExifOrientation.Read(JpegSegments.Exif(data));
            }

            return raster;
        }
    }

    private static Raster Read(DecoderOptions options, byte* file, int length, bool pixels)
    {
        nint handle = TurboJpeg.tjInitDecompress();
        try
        {
            int result = TurboJpeg.tjDecompressHeader3(handle, file, new CULong((nuint)length), out int width, out int height, out _, out int space);
            Check(handle, result);
            Raster raster = new(width, height);
            if (pixels)
            {
                options.Configuration.MemoryAllocator.Claim(width, height, sizeof(Rgba32));
                Rgba32[] target = GC.AllocateUninitializedArray<Rgba32>(width * height);
                bool fourInks = space is TurboJpeg.SpaceCmyk or TurboJpeg.SpaceYcck;
                fixed (Rgba32* first = target)
                {
                    result = TurboJpeg.tjDecompress2(
                        handle,
                        file,
                        new CULong((nuint)length),
                        first,
                        width,
                        width * sizeof(Rgba32),
                        height,
                        fourInks ? TurboJpeg.FormatCmyk : TurboJpeg.FormatRgba,
                        TurboJpeg.FlagNearestChroma | TurboJpeg.FlagAccurateDct | TurboJpeg.FlagLimitScans);
                }

                Check(handle, result);
                if (fourInks)
                {
                    FromInvertedInks(target);
                }

                raster.Add(target);
            }

            return raster;
        }
        finally
        {
            _ = TurboJpeg.tjDestroy(handle);
        }
    }

    private static void Check(nint handle, int result)
    {
        if (result != 0 && TurboJpeg.tjGetErrorCode(handle) != TurboJpeg.ErrorIsWarning)
        {
            throw new InvalidImageContentException("JPEG: " + TurboJpeg.ErrorOf(handle));
        }
    }

    /// <summary>C, M, Y and K are stored inverted, as every program that writes such files does.</summary>
    private static void FromInvertedInks(Span<Rgba32> pixels)
    {
        foreach (ref Rgba32 pixel in pixels)
        {
            int black = pixel.A;
            pixel = new Rgba32((byte)(((pixel.R * black) + 127) / 255), (byte)(((pixel.G * black) + 127) / 255), (byte)(((pixel.B * black) + 127) / 255));
        }
    }
}
