using System.Buffers.Binary;

namespace SixLabors.ImageSharp.Formats.Gif;

/// <summary>The graphic control extension before a frame. Its default says nothing of transparency.</summary>
internal readonly record struct GifFrameControl(GifDisposalMethod Disposal, int Delay, byte? TransparentIndex)
{
    public static GifFrameControl Parse(ReadOnlySpan<byte> data)
    {
        int disposal = (data[0] >> 2) & 7;
        return new GifFrameControl(
            disposal <= 3 ? (GifDisposalMethod)disposal : GifDisposalMethod.Unspecified,
            BinaryPrimitives.ReadUInt16LittleEndian(data[1..]),
            (data[0] & 1) != 0 ? data[3] : null);
    }
}
