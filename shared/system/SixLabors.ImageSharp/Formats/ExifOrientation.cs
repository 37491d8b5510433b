using System.Buffers.Binary;

namespace SixLabors.ImageSharp.Formats;

/// <summary>Finds tag 0x0112 in an EXIF block (TIFF structure).</summary>
internal static class ExifOrientation
{
    private const ushort Tag = 0x0112;

    /// <returns>1 to 8; 1 when there is none that can be read.</returns>
    public static int Read(ReadOnlySpan<byte> exif)
    {
        if (exif.StartsWith("Exif\0\0"u8))
        {
            exif = exif[6..];
        }

        if (exif.Length < 8 || !(exif.StartsWith("II*\0"u8) || exif.StartsWith("MM\0*"u8)))
        {
            return 1;
        }

        bool little = exif[0] == (byte)'I';
        uint at = ReadUInt32(exif[4..], little);
        if (at > (uint)exif.Length - 2)
        {
            return 1;
        }

        int count = ReadUInt16(exif[(int)at..], little);
        for (int i = 0; i < count; i++)
        {
            int entry = (int)at + 2 + (12 * i);
            if (entry + 12 > exif.Length)
            {
                return 1;
            }

            if (ReadUInt16(exif[entry..], little) == Tag)
            {
                int value = ReadUInt16(exif[(entry + 8)..], little);
                return value is >= 1 and <= 8 ? value : 1;
            }
        }

        return 1;
    }

    private static ushort ReadUInt16(ReadOnlySpan<byte> data, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(data) : BinaryPrimitives.ReadUInt16BigEndian(data);

    private static uint ReadUInt32(ReadOnlySpan<byte> data, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(data) : BinaryPrimitives.ReadUInt32BigEndian(data);
}
