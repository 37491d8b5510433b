using System.Buffers.Binary;

namespace SixLabors.ImageSharp.Formats.Webp;

/// <summary>What the chunks of a WebP file say beside the pixels.</summary>
internal readonly record struct WebpChunks(bool Animated, bool Lossless, ushort LoopCount, WebpChunks.ByteRange Exif)
{
    public static WebpChunks Read(ReadOnlySpan<byte> file)
    {
        bool animated = false;
        bool lossless = false;
        ushort loops = 1;
        ByteRange exif = default;
        for (long at = 12; at + 8 <= file.Length;)
        {
            ReadOnlySpan<byte> chunk = file[(int)at..];
            long length = BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]);
            if (length > chunk.Length - 8)
            {
                break;
            }

            ReadOnlySpan<byte> data = chunk.Slice(8, (int)length);
            if (chunk.StartsWith("VP8X"u8) && data.Length > 0)
            {
                animated = (data[0] & 0x02) != 0;
            }
            else if (chunk.StartsWith("ANIM"u8) && data.Length >= 6)
            {
                loops = BinaryPrimitives.ReadUInt16LittleEndian(data[4..]);
            }
            else if (chunk.StartsWith("EXIF"u8))
            {
                exif = new ByteRange((int)at + 8, (int)length);
            }

            lossless |= chunk.StartsWith("VP8L"u8);
            at += 8 + length + (length & 1);
        }

        return new WebpChunks(animated, lossless, loops, exif);
    }

    internal readonly record struct ByteRange(int Start, int Length);
}
