using System.Runtime.InteropServices;

namespace LatentWalk.Filming;

/// <summary>Whole-number enlargement that keeps pixels square and sharp.</summary>
public static class PixelScale
{
    /// <summary>uint8 [H, W, 4] -> uint8 [H * scale, W * scale, 4].</summary>
    public static byte[] Nearest(ReadOnlySpan<byte> rgba, int width, int height, int scale)
    {
        var pixels = MemoryMarshal.Cast<byte, uint>(rgba);
        var result = new byte[rgba.Length * scale * scale];
        var target = MemoryMarshal.Cast<byte, uint>(result.AsSpan());
        int wide = width * scale;
        for (int y = 0; y < height; y++)
        {
            var row = target.Slice(y * scale * wide, wide);
            for (int x = 0; x < width; x++)
            {
                row.Slice(x * scale, scale).Fill(pixels[y * width + x]);
            }

            for (int copy = 1; copy < scale; copy++)
            {
                row.CopyTo(target[((y * scale + copy) * wide)..]);
            }
        }

        return result;
    }
}
