using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SixLabors.ImageSharp.PixelFormats;

namespace SixLabors.ImageSharp.Formats.Png;

/// <summary>Turns pixels into filtered rows.</summary>
internal sealed class PngRowFilter(PngFilterMethod method, PngHeader header)
{
    private static readonly PngFilterMethod[] All =
        [PngFilterMethod.None, PngFilterMethod.Sub, PngFilterMethod.Up, PngFilterMethod.Average, PngFilterMethod.Paeth];

    // Rows are handed on in blocks of about this: a call of the compressor costs as much as the work for a short row.
    private const int BlockBytes = 1 << 16;

    public void Write(Rgba32[] pixels, Stream stream)
    {
        int rowBytes = header.RowBytes(header.Width);
        byte[] row = new byte[rowBytes + Vector128<byte>.Count];
        byte[] above = new byte[row.Length];
        byte[] candidate = new byte[rowBytes + 1];
        int blockRows = Math.Clamp(BlockBytes / (rowBytes + 1), 1, header.Height);
        byte[] block = new byte[blockRows * (rowBytes + 1)];
        for (int y = 0; y < header.Height; y++)
        {
            int place = y % blockRows;
            Span<byte> filtered = block.AsSpan(place * (rowBytes + 1), rowBytes + 1);
            Pack(pixels.AsSpan(y * header.Width, header.Width), row, header.Channels);
            this.Filter(row.AsSpan(0, rowBytes), above.AsSpan(0, rowBytes), filtered, candidate);
            if (place == blockRows - 1 || y == header.Height - 1)
            {
                stream.Write(block, 0, (place + 1) * (rowBytes + 1));
            }

            (row, above) = (above, row);
        }
    }

    private void Filter(ReadOnlySpan<byte> row, ReadOnlySpan<byte> above, Span<byte> filtered, byte[] candidate)
    {
        if (method != PngFilterMethod.Adaptive)
        {
            PngFilter.Apply(method, row, above, header.FilterStride, filtered);
            return;
        }

        long best = long.MaxValue;
        foreach (PngFilterMethod one in All)
        {
            PngFilter.Apply(one, row, above, header.FilterStride, candidate);
            long cost = PngFilter.Cost(candidate);
            if (cost < best)
            {
                best = cost;
                candidate.CopyTo(filtered);
            }
        }
    }

    /// <param name="row">With room for a vector behind the last pixel.</param>
    private static void Pack(ReadOnlySpan<Rgba32> pixels, Span<byte> row, int channels)
    {
        if (channels == 4)
        {
            MemoryMarshal.AsBytes(pixels).CopyTo(row);
            return;
        }

        // Four pixels at a time; what is written behind them is overwritten by the next.
        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(pixels);
        Vector128<byte> colors = Vector128.Create((byte)0, 1, 2, 4, 5, 6, 8, 9, 10, 12, 13, 14, 255, 255, 255, 255);
        int i = 0;
        for (; i <= pixels.Length - 4; i += 4)
        {
            Vector128.Shuffle(Vector128.Create(bytes[(4 * i)..]), colors).CopyTo(row[(3 * i)..]);
        }

        for (; i < pixels.Length; i++)
        {
            (row[3 * i], row[(3 * i) + 1], row[(3 * i) + 2]) = (pixels[i].R, pixels[i].G, pixels[i].B);
        }
    }
}
