using System.Buffers.Binary;

namespace LatentWalk.Imaging.Headers;

/// <summary>WebP: a RIFF file as long as it says, whose first chunk gives the size.</summary>
internal static class WebpStructure
{
    private const int RiffHeader = 12;
    private const int ChunkHeader = 8;

    public static bool Recognises(ReadOnlySpan<byte> file) =>
        file.Length >= RiffHeader && file.StartsWith("RIFF"u8) && file[8..].StartsWith("WEBP"u8);

    public static string? Check(ReadOnlySpan<byte> file, out PictureHeader header)
    {
        header = new PictureHeader(PictureFormat.Webp, 0, 0, HasExif: false);
        long end = BinaryPrimitives.ReadUInt32LittleEndian(file[4..]) + 8L;
        if (end > file.Length)
        {
            return $"the WebP is cut: it says {end} bytes and has {file.Length}";
        }

        if (end < RiffHeader + ChunkHeader + 10)
        {
            return $"the WebP says that it has {end} bytes, too few for a picture";
        }

        ReadOnlySpan<byte> first = file[RiffHeader..(int)end];
        if (Size(first) is not { } size)
        {
            return "the WebP does not start with a VP8, VP8L or VP8X chunk";
        }

        bool extended = first.StartsWith("VP8X"u8);
        header = header with { Width = size.Width, Height = size.Height, HasExif = extended && (first[8] & 0x08) != 0 };
        return CheckChunks(file, end);
    }

    private static string? CheckChunks(ReadOnlySpan<byte> file, long end)
    {
        for (long at = RiffHeader; at < end;)
        {
            long length = at + ChunkHeader <= end ? BinaryPrimitives.ReadUInt32LittleEndian(file[(int)(at + 4)..]) : end;
            if (at + ChunkHeader + length > end)
            {
                return $"the WebP is damaged: the chunk at byte {at} goes past its end, byte {end}";
            }

            at += ChunkHeader + length + (length & 1);
        }

        return null;
    }

    private static (int Width, int Height)? Size(ReadOnlySpan<byte> chunk)
    {
        ReadOnlySpan<byte> data = chunk[ChunkHeader..];
        if (chunk.StartsWith("VP8X"u8))
        {
            return (1 + (data[4] | (data[5] << 8) | (data[6] << 16)), 1 + (data[7] | (data[8] << 8) | (data[9] << 16)));
        }

        if (chunk.StartsWith("VP8L"u8) && data[0] == 0x2F)
        {
            uint bits = BinaryPrimitives.ReadUInt32LittleEndian(data[1..]);
            return ((int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1);
        }

        return chunk.StartsWith("VP8 "u8) && data[3..].StartsWith<byte>([0x9D, 0x01, 0x2A])
            ? (BinaryPrimitives.ReadUInt16LittleEndian(data[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(data[8..]) & 0x3FFF)
            : null;
    }
}
