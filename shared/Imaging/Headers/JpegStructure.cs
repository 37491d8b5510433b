using System.Buffers.Binary;

namespace LatentWalk.Imaging.Headers;

/// <summary>JPEG: segments, one frame header of a kind that is read, entropy-coded data up to the EOI marker.</summary>
internal static class JpegStructure
{
    private const byte EndOfImage = 0xD9;
    private const byte StartOfScan = 0xDA;

    public static bool Recognises(ReadOnlySpan<byte> file) => file.StartsWith<byte>([0xFF, 0xD8, 0xFF]);

    public static string? Check(ReadOnlySpan<byte> file, out PictureHeader header)
    {
        header = new PictureHeader(PictureFormat.Jpeg, 0, 0, HasExif: false);
        bool scanned = false;
        int at = 2;
        while (true)
        {
            at = NextMarker(file, at);
            if (at < 0)
            {
                return $"the JPEG is cut: it ends at byte {file.Length} without the end-of-image marker";
            }

            byte marker = file[at - 1];
            if (marker == EndOfImage)
            {
                return header.Width == 0 ? "the JPEG has no frame header" : scanned ? null : "the JPEG has no picture data";
            }

            if (marker is 0x01 or (>= 0xD0 and <= 0xD8))
            {
                continue;
            }

            int length = at + 2 <= file.Length ? BinaryPrimitives.ReadUInt16BigEndian(file[at..]) : 0;
            if (length < 2 || at + length > file.Length)
            {
                return $"the JPEG is cut: segment 0x{marker:X2} at byte {at} goes past the end of the file, byte {file.Length}";
            }

            ReadOnlySpan<byte> data = file.Slice(at + 2, length - 2);
            if (IsFrame(marker) && CheckFrame(marker, data, ref header) is { } problem)
            {
                return problem;
            }

            header = header with { HasExif = header.HasExif || (marker == 0xE1 && data.StartsWith("Exif\0"u8)) };
            scanned |= marker == StartOfScan;
            at += length;
        }
    }

    /// <summary>The index after the next marker at or after <paramref name="at"/>, stuffed zeros and fill bytes skipped; -1 for none.</summary>
    private static int NextMarker(ReadOnlySpan<byte> file, int at)
    {
        while (at < file.Length)
        {
            int found = file[at..].IndexOf((byte)0xFF);
            if (found < 0)
            {
                return -1;
            }

            at += found + 1;
            if (at < file.Length && file[at] is not (0x00 or 0xFF))
            {
                return at + 1;
            }
        }

        return -1;
    }

    /// <summary>SOF0 to SOF15 but DHT, JPG and DAC, which lie between.</summary>
    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static string? CheckFrame(byte marker, ReadOnlySpan<byte> data, ref PictureHeader header)
    {
        if (marker > 0xC2)
        {
            return $"the JPEG is of kind SOF{marker - 0xC0} (lossless, hierarchical or arithmetic); baseline and progressive are read";
        }

        if (data.Length < 6 || data[0] != 8 || data[5] is not (1 or 3 or 4))
        {
            return data.Length < 6 ? "the JPEG's frame header is cut"
                : $"the JPEG has {data[5]} components of {data[0]} bits; 1, 3 or 4 components of 8 bits are read";
        }

        header = header with { Width = BinaryPrimitives.ReadUInt16BigEndian(data[3..]), Height = BinaryPrimitives.ReadUInt16BigEndian(data[1..]) };
        return header.Width == 0 || header.Height == 0 ? $"its header says {header.Width}x{header.Height} pixels" : null;
    }
}
