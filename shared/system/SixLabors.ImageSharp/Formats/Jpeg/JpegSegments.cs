using System.Buffers.Binary;

namespace SixLabors.ImageSharp.Formats.Jpeg;

internal static class JpegSegments
{
    /// <summary>The first EXIF block before the picture data; empty when there is none.</summary>
    public static ReadOnlySpan<byte> Exif(ReadOnlySpan<byte> file)
    {
        int at = 2;
        while (at + 4 <= file.Length && file[at] == 0xFF && file[at + 1] != 0xDA)
        {
            if (file[at + 1] == 0xFF)
            {
                at++;
                continue;
            }

            int length = BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
            if (length < 2 || at + 2 + length > file.Length)
            {
                break;
            }

            ReadOnlySpan<byte> data = file.Slice(at + 4, length - 2);
            if (file[at + 1] == 0xE1 && data.StartsWith("Exif\0\0"u8))
            {
                return data;
            }

            at += 2 + length;
        }

        return default;
    }
}
