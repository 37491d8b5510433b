using System.Buffers.Binary;

namespace SixLabors.ImageSharp.Formats.Png;

/// <summary>The IHDR chunk.</summary>
internal readonly record struct PngHeader(int Width, int Height, int BitDepth, PngColorType ColorType, bool Interlaced)
{
    public int Channels => this.ColorType switch
    {
        PngColorType.Rgb => 3,
        PngColorType.RgbWithAlpha => 4,
        PngColorType.GrayscaleWithAlpha => 2,
        _ => 1,
    };

    /// <summary>The distance to the byte that a filter calls the left one.</summary>
    public int FilterStride => Math.Max(1, this.Channels * this.BitDepth / 8);

    public int RowBytes(int width) => checked((int)((((long)width * this.Channels * this.BitDepth) + 7) / 8));

    public static PngHeader Parse(ReadOnlySpan<byte> data)
    {
        if (data.Length < 13)
        {
            throw new InvalidImageContentException("PNG Image does not contain a valid header chunk.");
        }

        uint width = BinaryPrimitives.ReadUInt32BigEndian(data);
        uint height = BinaryPrimitives.ReadUInt32BigEndian(data[4..]);
        PngColorType color = (PngColorType)data[9];
        bool depthFits = color switch
        {
            PngColorType.Grayscale => data[8] is 1 or 2 or 4 or 8 or 16,
            PngColorType.Palette => data[8] is 1 or 2 or 4 or 8,
            PngColorType.Rgb or PngColorType.GrayscaleWithAlpha or PngColorType.RgbWithAlpha => data[8] is 8 or 16,
            _ => throw new NotSupportedException($"Invalid or unsupported color type. Was '{data[9]}'."),
        };
        if (!depthFits)
        {
            throw new NotSupportedException($"Invalid or unsupported bit depth. Was '{data[8]}'.");
        }

        if (width is 0 or > int.MaxValue || height is 0 or > int.MaxValue || data[10] != 0 || data[11] != 0 || data[12] > 1)
        {
            throw new InvalidImageContentException("PNG Image does not contain a valid header chunk.");
        }

        return new PngHeader((int)width, (int)height, data[8], color, data[12] == 1);
    }
}
