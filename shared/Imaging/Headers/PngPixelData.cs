using System.Buffers.Binary;
using System.IO.Compression;

namespace LatentWalk.Imaging.Headers;

/// <summary>
/// Whether the IDAT chunks inflate to as many bytes as the header promises; the image library leaves the rest black
/// otherwise. Inflates into one small buffer and stops at the promised size, so a bomb costs nothing.
/// </summary>
internal static class PngPixelData
{
    private static readonly (int X, int Y, int StepX, int StepY)[] s_adam7 =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    /// <param name="file">A PNG that <see cref="PngStructure"/> has found whole.</param>
    public static string? Check(ReadOnlySpan<byte> file, PictureHeader header)
    {
        long expected = ExpectedBytes(file, header);
        using MemoryStream compressed = Gather(file);
        byte[] buffer = new byte[8192];
        long inflated = 0;
        try
        {
            using ZLibStream stream = new(compressed, CompressionMode.Decompress);
            while (inflated < expected)
            {
                int read = stream.Read(buffer, 0, (int)Math.Min(buffer.Length, expected - inflated));
                if (read == 0)
                {
                    return EndEarly(inflated, expected);
                }

                inflated += read;
            }
        }
        catch (InvalidDataException)
        {
            return AreDamaged(inflated, expected);
        }

        return null;
    }

    public static string EndEarly(long inflated, long expected) => $"its pixels end early: the IDAT chunks hold {inflated} of {expected} bytes";

    public static string AreDamaged(long inflated, long expected) => $"its pixels are damaged: the IDAT chunks stop inflating after {inflated} of {expected} bytes";

    /// <summary>What the IDAT chunks of such a picture inflate to.</summary>
    public static long ExpectedBytes(ReadOnlySpan<byte> file, PictureHeader picture)
    {
        ReadOnlySpan<byte> header = file[16..];
        (int width, int height) = (picture.Width, picture.Height);
        int channels = header[9] switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };
        int pixelBits = channels * header[8];
        if (header[12] == 0)
        {
            return Rows(width, height, pixelBits);
        }

        long sum = 0;
        foreach ((int x, int y, int stepX, int stepY) in s_adam7)
        {
            sum += Rows((width - x + stepX - 1) / stepX, (height - y + stepY - 1) / stepY, pixelBits);
        }

        return sum;
    }

    private static long Rows(int width, int height, int pixelBits) =>
        width <= 0 || height <= 0 ? 0 : height * (1 + ((((long)width * pixelBits) + 7) / 8));

    private static MemoryStream Gather(ReadOnlySpan<byte> file)
    {
        MemoryStream result = new();
        int at = 8;
        while (at + 12 <= file.Length)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(file[at..]);
            if (file.Slice(at + 4, 4).SequenceEqual("IDAT"u8))
            {
                result.Write(file.Slice(at + 8, length));
            }

            at += 12 + length;
        }

        result.Position = 0;
        return result;
    }
}
