using System.Buffers;
using System.IO.Compression;
using SixLabors.ImageSharp.PixelFormats;

namespace SixLabors.ImageSharp.Formats.Png;

/// <summary>Inflates, unfilters and de-interlaces the data of one frame.</summary>
internal static class PngPixelReader
{
    private const int BlockBytes = 1 << 16;

    private static readonly (int X, int Y, int StepX, int StepY)[] Adam7 =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    public static void Read(Stream compressed, PngHeader header, PngScanline scanline, int width, int height, Rgba32[] result)
    {
        try
        {
            using ZLibStream data = new(compressed, CompressionMode.Decompress, leaveOpen: true);
            if (!header.Interlaced)
            {
                ReadPass(data, header, scanline, width, height, (0, 0, 1, 1), result, width);
                return;
            }

            foreach ((int X, int Y, int StepX, int StepY) pass in Adam7)
            {
                int passWidth = (width - pass.X + pass.StepX - 1) / pass.StepX;
                int passHeight = (height - pass.Y + pass.StepY - 1) / pass.StepY;
                if (passWidth > 0 && passHeight > 0)
                {
                    ReadPass(data, header, scanline, passWidth, passHeight, pass, result, width);
                }
            }
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidImageContentException("PNG pixel data is corrupt: " + exception.Message, exception);
        }
        catch (EndOfStreamException exception)
        {
            throw new InvalidImageContentException("PNG pixel data ends early.", exception);
        }
    }

    private static void ReadPass(
        ZLibStream data,
        PngHeader header,
        PngScanline scanline,
        int passWidth,
        int passHeight,
        (int X, int Y, int StepX, int StepY) pass,
        Rgba32[] result,
        int width)
    {
        // Many rows at a time: the inflater is slow when it is given little room.
        int rowBytes = header.RowBytes(passWidth) + 1;
        int rowsAtOnce = Math.Clamp(BlockBytes / rowBytes, 1, passHeight);
        byte[] block = ArrayPool<byte>.Shared.Rent(rowsAtOnce * rowBytes);
        byte[] above = new byte[rowBytes];
        for (int first = 0; first < passHeight; first += rowsAtOnce)
        {
            Span<byte> rows = block.AsSpan(0, Math.Min(rowsAtOnce, passHeight - first) * rowBytes);
            int inflated = data.ReadAtLeast(rows, rows.Length, throwOnEndOfStream: false);
            ReadOnlySpan<byte> previous = above;
            for (int at = 0; at + rowBytes <= inflated; at += rowBytes)
            {
                Span<byte> row = rows.Slice(at, rowBytes);
                PngFilter.Undo(row[0], row[1..], previous[1..], header.FilterStride);
                int start = ((pass.Y + ((first + (at / rowBytes)) * pass.StepY)) * width) + pass.X;
                scanline.Convert(row[1..], passWidth, result.AsSpan(start), pass.StepX);
                previous = row;
            }

            if (inflated < rows.Length)
            {
                throw new EndOfStreamException();
            }

            previous.CopyTo(above);
        }

        ArrayPool<byte>.Shared.Return(block);
    }
}
