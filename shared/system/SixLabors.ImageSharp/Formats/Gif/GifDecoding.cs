using System.Buffers.Binary;
using SixLabors.ImageSharp.Metadata;
using SixLabors.ImageSharp.PixelFormats;

namespace SixLabors.ImageSharp.Formats.Gif;

/// <summary>One reading of a GIF: frames are drawn on a canvas by the rules of the 89a specification.</summary>
internal sealed class GifDecoding(DecoderOptions options)
{
    private const int HeaderBytes = 13;
    private Rgba32[] globalColors = [];
    private GifFrameControl control;

    public Raster Run(ReadOnlySpan<byte> file, bool pixels)
    {
        if (file.Length < HeaderBytes)
        {
            throw new InvalidImageContentException("GIF header is cut.");
        }

        Raster raster = new(BinaryPrimitives.ReadUInt16LittleEndian(file[6..]), BinaryPrimitives.ReadUInt16LittleEndian(file[8..]));
        if (raster.Width == 0 || raster.Height == 0)
        {
            throw new InvalidImageContentException("GIF has no size.");
        }

        options.Configuration.MemoryAllocator.Claim(raster.Width, raster.Height, 4);
        Rgba32[] canvas = pixels ? new Rgba32[raster.Width * raster.Height] : [];
        int at = HeaderBytes;
        this.globalColors = ReadColors(file, ref at, file[10]);
        while (at < file.Length && file[at] != 0x3B && raster.Frames.Count < options.MaxFrames)
        {
            if (file[at] == 0x21 && at + 2 <= file.Length)
            {
                this.ReadExtension(file, ref at, raster);
            }
            else if (file[at] == 0x2C)
            {
                if (!pixels)
                {
                    return raster;
                }

                options.Configuration.MemoryAllocator.Claim(raster.Width, raster.Height, 4 * (raster.Frames.Count + 1));
                this.ReadFrame(file, ref at, raster, canvas);
            }
            else
            {
                break;
            }
        }

        return !pixels || raster.Frames.Count > 0 ? raster : throw new InvalidImageContentException("GIF has no picture.");
    }

    private static Rgba32[] ReadColors(ReadOnlySpan<byte> file, ref int at, byte flags)
    {
        if ((flags & 0x80) == 0)
        {
            return [];
        }

        Rgba32[] colors = new Rgba32[2 << (flags & 7)];
        if (file.Length - at < 3 * colors.Length)
        {
            throw new InvalidImageContentException("GIF color table is cut.");
        }

        for (int i = 0; i < colors.Length; i++, at += 3)
        {
            colors[i] = new Rgba32(file[at], file[at + 1], file[at + 2]);
        }

        return colors;
    }

    /// <summary>The data of a chain of sub-blocks, joined; <paramref name="at"/> ends behind it.</summary>
    private static byte[] ReadSubBlocks(ReadOnlySpan<byte> file, ref int at)
    {
        using MemoryStream data = new();
        while (at < file.Length)
        {
            int length = file[at++];
            if (length == 0)
            {
                return data.ToArray();
            }

            if (at + length > file.Length)
            {
                break;
            }

            data.Write(file.Slice(at, length));
            at += length;
        }

        throw new InvalidImageContentException("GIF is cut within a block.");
    }

    private void ReadExtension(ReadOnlySpan<byte> file, ref int at, Raster raster)
    {
        byte label = file[at + 1];
        at += 2;
        ReadOnlySpan<byte> data = ReadSubBlocks(file, ref at);
        if (label == 0xF9 && data.Length >= 4)
        {
            this.control = GifFrameControl.Parse(data);
        }
        else if (label == 0xFF && data.StartsWith("NETSCAPE2.0"u8) && data.Length >= 14)
        {
            raster.Metadata.GetGifMetadata().RepeatCount = BinaryPrimitives.ReadUInt16LittleEndian(data[12..]);
        }
    }

    private void ReadFrame(ReadOnlySpan<byte> file, ref int at, Raster raster, Rgba32[] canvas)
    {
        if (file.Length - at < 11)
        {
            throw new InvalidImageContentException("GIF is cut within an image descriptor.");
        }

        int left = BinaryPrimitives.ReadUInt16LittleEndian(file[(at + 1)..]);
        int top = BinaryPrimitives.ReadUInt16LittleEndian(file[(at + 3)..]);
        int width = BinaryPrimitives.ReadUInt16LittleEndian(file[(at + 5)..]);
        int height = BinaryPrimitives.ReadUInt16LittleEndian(file[(at + 7)..]);
        byte flags = file[at + 9];
        at += 10;
        Rgba32[] colors = (flags & 0x80) != 0 ? ReadColors(file, ref at, flags) : this.globalColors;
        int smallestCode = at < file.Length ? file[at++] : 0;
        byte[] indices = GifLzw.Decode(ReadSubBlocks(file, ref at), smallestCode, width * height);

        Rgba32[]? before = this.control.Disposal == GifDisposalMethod.RestoreToPrevious ? (Rgba32[])canvas.Clone() : null;
        Rectangle area = new(left, top, width, height);
        this.Draw(indices, colors, area, (flags & 0x40) != 0, canvas, raster);
        ImageFrameMetadata metadata = raster.Add((Rgba32[])canvas.Clone());
        metadata.GetGifMetadata().FrameDelay = this.control.Delay;
        metadata.GetGifMetadata().DisposalMethod = this.control.Disposal;
        this.Dispose(before, area, canvas, raster);
        this.control = default;
    }

    private void Draw(byte[] indices, Rgba32[] colors, Rectangle area, bool interlaced, Rgba32[] canvas, Raster raster)
    {
        for (int row = 0; row < area.Height; row++)
        {
            int y = area.Y + (interlaced ? InterlacedRow(row, area.Height) : row);
            if (y >= raster.Height)
            {
                continue;
            }

            for (int column = 0; column < Math.Min(area.Width, raster.Width - area.X); column++)
            {
                int index = indices[(row * area.Width) + column];
                if (index != this.control.TransparentIndex && index < colors.Length)
                {
                    canvas[(y * raster.Width) + area.X + column] = colors[index];
                }
            }
        }
    }

    private static int InterlacedRow(int row, int height)
    {
        foreach ((int start, int step) in new[] { (0, 8), (4, 8), (2, 4), (1, 2) })
        {
            int rows = (height - start + step - 1) / step;
            if (row < rows)
            {
                return start + (row * step);
            }

            row -= Math.Max(0, rows);
        }

        return height;
    }

    private void Dispose(Rgba32[]? before, Rectangle area, Rgba32[] canvas, Raster raster)
    {
        if (before is not null)
        {
            before.CopyTo(canvas, 0);
        }
        else if (this.control.Disposal == GifDisposalMethod.RestoreToBackground)
        {
            int width = Math.Min(area.Width, raster.Width - area.X);
            for (int y = area.Y; y < Math.Min(area.Bottom, raster.Height) && width > 0; y++)
            {
                canvas.AsSpan((y * raster.Width) + area.X, width).Clear();
            }
        }
    }
}
