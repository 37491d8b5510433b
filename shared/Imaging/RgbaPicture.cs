using System.Numerics;
using System.Runtime.InteropServices;

namespace LatentWalk.Imaging;

/// <summary>Facts about uint8 <c>[height, width, 4]</c>.</summary>
internal static class RgbaPicture
{
    public static void RequireLength(ReadOnlySpan<byte> rgba, int width, int height, string name)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        if (rgba.Length != 4L * width * height)
        {
            throw new ArgumentException($"{rgba.Length} bytes are not {width}x{height} pixels of 4.", name);
        }
    }

    public static bool IsOpaque(ReadOnlySpan<byte> rgba)
    {
        uint opaque = BitConverter.IsLittleEndian ? 0xFF000000u : 0x000000FFu;
        ReadOnlySpan<uint> pixels = MemoryMarshal.Cast<byte, uint>(rgba);
        Vector<uint> all = new(uint.MaxValue);
        int i = 0;
        for (; i <= pixels.Length - Vector<uint>.Count; i += Vector<uint>.Count)
        {
            all &= new Vector<uint>(pixels[i..]);
        }

        uint rest = uint.MaxValue;
        for (; i < pixels.Length; i++)
        {
            rest &= pixels[i];
        }

        return (rest & opaque) == opaque && (all & new Vector<uint>(opaque)) == new Vector<uint>(opaque);
    }
}
