using System.IO.Compression;
using SixLabors.ImageSharp.PixelFormats;

namespace SixLabors.ImageSharp.Formats.Png;

/// <summary>Inflates, unfilters and de-interlaces the data of one frame.</summary>
internal static class PngPixelReader
{
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
        int rowBytes = header.RowBytes(passWidth);
        byte[] row = new byte[rowBytes + 1];
        byte[] above = new byte[rowBytes + 1];
        for (int y = 0; y < passHeight; y++)
        {
            data.ReadExactly(row);
            PngFilter.Undo(row[0], row.AsSpan(1), above.AsSpan(1), header.FilterStride);
            int start = ((pass.Y + (y * pass.StepY)) * width) + pass.X;
            scanline.Convert(row.AsSpan(1), passWidth, result.AsSpan(start), pass.StepX);
            (row, above) = (above, row);
        }
    }
}
