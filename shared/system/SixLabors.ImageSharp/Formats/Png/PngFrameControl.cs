using System.Buffers.Binary;

namespace SixLabors.ImageSharp.Formats.Png;

/// <summary>The fcTL chunk: where a frame of an animation lies, how long it shows, what happens before and after.</summary>
internal readonly record struct PngFrameControl(
    int Width, int Height, int X, int Y, Rational Delay, PngDisposalMethod Disposal, PngBlendMethod Blend)
{
    public static PngFrameControl Parse(ReadOnlySpan<byte> data, PngHeader header)
    {
        if (data.Length < 26)
        {
            throw new InvalidImageContentException("PNG frame control chunk is too short.");
        }

        uint width = BinaryPrimitives.ReadUInt32BigEndian(data[4..]);
        uint height = BinaryPrimitives.ReadUInt32BigEndian(data[8..]);
        uint x = BinaryPrimitives.ReadUInt32BigEndian(data[12..]);
        uint y = BinaryPrimitives.ReadUInt32BigEndian(data[16..]);
        ushort numerator = BinaryPrimitives.ReadUInt16BigEndian(data[20..]);
        ushort denominator = BinaryPrimitives.ReadUInt16BigEndian(data[22..]);
        if (width == 0 || height == 0 || (ulong)x + width > (ulong)header.Width || (ulong)y + height > (ulong)header.Height
            || data[24] > 2 || data[25] > 1)
        {
            throw new InvalidImageContentException("PNG frame control chunk is invalid.");
        }

        return new PngFrameControl(
            (int)width, (int)height, (int)x, (int)y, new Rational(numerator, denominator == 0 ? 100u : denominator), (PngDisposalMethod)data[24], (PngBlendMethod)data[25]);
    }
}
