using System.Buffers.Binary;

namespace LatentWalk.Imaging.Headers;

/// <summary>GIF: every block is whole, up to the trailer, and there is a picture among them.</summary>
internal static class GifStructure
{
    private const byte Extension = 0x21;
    private const byte Picture = 0x2C;
    private const byte Trailer = 0x3B;
    private const int LargestCodeBits = 8;

    public static bool Recognises(ReadOnlySpan<byte> file) => file.StartsWith("GIF87a"u8) || file.StartsWith("GIF89a"u8);

    public static string? Check(ReadOnlySpan<byte> file, out PictureHeader header)
    {
        header = default;
        if (file.Length < 13)
        {
            return Cut(file);
        }

        header = new PictureHeader(
            PictureFormat.Gif, BinaryPrimitives.ReadUInt16LittleEndian(file[6..]), BinaryPrimitives.ReadUInt16LittleEndian(file[8..]), HasExif: false);
        bool pictured = false;
        int at = 13 + ColorTableBytes(file[10]);
        while (at < file.Length)
        {
            switch (file[at])
            {
                case Extension:
                    at = SkipSubBlocks(file, at + 2);
                    break;
                case Picture when at + 10 <= file.Length:
                    int codes = at + 10 + ColorTableBytes(file[at + 9]);
                    if (codes < file.Length && file[codes] is (< 1 or > LargestCodeBits))
                    {
                        return $"the GIF is damaged: byte {codes} gives codes of {file[codes]} bits; expected 1 to {LargestCodeBits}";
                    }

                    pictured = true;
                    at = SkipSubBlocks(file, codes + 1);
                    break;
                case Picture:
                    return Cut(file);
                case Trailer:
                    return pictured ? null : "the GIF has no picture in it";
                default:
                    return $"the GIF is damaged: byte {at} is 0x{file[at]:X2}, which starts no block";
            }
        }

        return Cut(file);
    }

    private static int ColorTableBytes(byte flags) => (flags & 0x80) != 0 ? 3 << ((flags & 7) + 1) : 0;

    /// <summary>The index after the empty block that ends a chain; past the end of the file when it is cut.</summary>
    private static int SkipSubBlocks(ReadOnlySpan<byte> file, int at)
    {
        while (at < file.Length)
        {
            int length = file[at];
            at += 1 + length;
            if (length == 0)
            {
                return at;
            }
        }

        return file.Length + 1;
    }

    private static string Cut(ReadOnlySpan<byte> file) => $"the GIF is cut: it ends at byte {file.Length} without the trailer";
}
