using System.Buffers.Binary;
using System.Text;

namespace LatentWalk.Imaging.Headers;

/// <summary>PNG: IHDR first, every chunk whole, IEND last.</summary>
internal static class PngStructure
{
    private const int ChunkFrame = 12;

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static bool Recognises(ReadOnlySpan<byte> file) => file.StartsWith(Signature);

    public static string? Check(ReadOnlySpan<byte> file, out PictureHeader header)
    {
        header = default;
        bool exif = false;
        bool data = false;
        int at = Signature.Length;
        while (true)
        {
            if (file.Length - at < ChunkFrame)
            {
                return $"the PNG is cut: it ends at byte {file.Length} without the IEND chunk";
            }

            uint length = BinaryPrimitives.ReadUInt32BigEndian(file[at..]);
            ReadOnlySpan<byte> name = file.Slice(at + 4, 4);
            if (length > (uint)(file.Length - at - ChunkFrame))
            {
                return $"the PNG is cut: chunk {Name(name)} at byte {at} has {length} bytes, but the file ends at byte {file.Length}";
            }

            if (at == Signature.Length)
            {
                if (!name.SequenceEqual("IHDR"u8) || length != 13)
                {
                    return $"the PNG starts with chunk {Name(name)} of {length} bytes; expected IHDR of 13";
                }

                header = Read(file.Slice(at + 8, 13));
            }

            data |= name.SequenceEqual("IDAT"u8);
            exif |= name.SequenceEqual("eXIf"u8);
            if (name.SequenceEqual("IEND"u8))
            {
                header = header with { HasExif = exif };
                return data ? null : "the PNG has no IDAT chunk, so no pixels";
            }

            at += ChunkFrame + (int)length;
        }
    }

    private static PictureHeader Read(ReadOnlySpan<byte> data) => new(
        PictureFormat.Png, Clamp(BinaryPrimitives.ReadUInt32BigEndian(data)), Clamp(BinaryPrimitives.ReadUInt32BigEndian(data[4..])), HasExif: false);

    private static int Clamp(uint side) => (int)Math.Min(side, int.MaxValue);

    private static string Name(ReadOnlySpan<byte> letters) =>
        letters.IndexOfAnyExceptInRange((byte)'A', (byte)'z') < 0 ? Encoding.ASCII.GetString(letters) : "0x" + Convert.ToHexString(letters);
}
