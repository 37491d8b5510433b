using System.Runtime.InteropServices;

namespace SixLabors.ImageSharp.PixelFormats;

/// <summary>Conversions between any pixel type and <see cref="Rgba32"/>, which every codec and processor works in.</summary>
internal static class PixelRows
{
    public static Rgba32[] ToRgba<TPixel>(TPixel[] source)
        where TPixel : unmanaged, IPixel<TPixel>
    {
        if (source is Rgba32[] same)
        {
            return same;
        }

        Rgba32[] result = GC.AllocateUninitializedArray<Rgba32>(source.Length);
        for (int i = 0; i < source.Length; i++)
        {
            source[i].ToRgba32(ref result[i]);
        }

        return result;
    }

    public static TPixel[] FromRgba<TPixel>(Rgba32[] source)
        where TPixel : unmanaged, IPixel<TPixel>
    {
        if (source is TPixel[] same)
        {
            return same;
        }

        TPixel[] result = GC.AllocateUninitializedArray<TPixel>(source.Length);
        for (int i = 0; i < source.Length; i++)
        {
            result[i].FromRgba32(source[i]);
        }

        return result;
    }

    public static Span<byte> AsBytes<TPixel>(Span<TPixel> pixels)
        where TPixel : unmanaged => MemoryMarshal.AsBytes(pixels);
}
