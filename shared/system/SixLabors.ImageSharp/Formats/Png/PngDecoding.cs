using System.Buffers.Binary;
using SixLabors.ImageSharp.Memory;
using SixLabors.ImageSharp.Metadata;
using SixLabors.ImageSharp.PixelFormats;

namespace SixLabors.ImageSharp.Formats.Png;

/// <summary>One reading of a PNG or APNG file.</summary>
internal sealed class PngDecoding(DecoderOptions options) : IDisposable
{
    private readonly MemoryStream compressed = new();
    private PngHeader header;
    private Rgba32[] palette = [];
    private (ushort R, ushort G, ushort B)? transparent;
    private Raster? raster;
    private PngFrameControl? control;
    private PngCanvas? canvas;
    private bool pixelsWanted;
    private bool sawData;

    private PngMetadata Metadata => this.raster!.Metadata.GetPngMetadata();

    public Raster Run(ReadOnlySpan<byte> file, bool pixels)
    {
        this.pixelsWanted = pixels;
        PngChunkReader chunk = new(file);
        bool ended = false;
        while (!ended && chunk.Next())
        {
            if (this.raster is null && chunk.Type != PngChunkReader.Name("IHDR"))
            {
                throw new InvalidImageContentException("PNG Image does not contain a header chunk first.");
            }

            ended = this.Take(chunk.Type, chunk.Data);
        }

        if (this.raster is null || !this.sawData)
        {
            throw new InvalidImageContentException("PNG Image does not contain a data chunk.");
        }

        this.Finish();
        return this.raster;
    }

    public void Dispose() => this.compressed.Dispose();

    private bool Take(uint type, ReadOnlySpan<byte> data)
    {
        if (type == PngChunkReader.Name("IDAT"))
        {
            this.sawData = true;
            this.compressed.Write(this.pixelsWanted ? data : default);
        }
        else if (type == PngChunkReader.Name("fdAT") && data.Length > 4)
        {
            this.compressed.Write(this.pixelsWanted ? data[4..] : default);
        }
        else if (type == PngChunkReader.Name("IHDR"))
        {
            this.ReadHeader(data);
        }
        else if (type == PngChunkReader.Name("PLTE"))
        {
            this.ReadPalette(data);
        }
        else if (type == PngChunkReader.Name("tRNS"))
        {
            this.ReadTransparency(data);
        }
        else if (type == PngChunkReader.Name("acTL") && data.Length >= 8)
        {
            this.Metadata.RepeatCount = BinaryPrimitives.ReadUInt32BigEndian(data[4..]);
        }
        else if (type == PngChunkReader.Name("fcTL"))
        {
            if (!this.Finish())
            {
                return true;
            }

            this.control = PngFrameControl.Parse(data, this.header);
        }
        else if (!options.SkipMetadata)
        {
            this.ReadMetadata(type, data);
        }

        return type == PngChunkReader.Name("IEND");
    }

    private void ReadMetadata(uint type, ReadOnlySpan<byte> data)
    {
        if (type == PngChunkReader.Name("tEXt"))
        {
            PngText.ReadText(data, this.Metadata.TextData);
        }
        else if (type == PngChunkReader.Name("zTXt"))
        {
            PngText.ReadCompressedText(data, this.Metadata.TextData);
        }
        else if (type == PngChunkReader.Name("iTXt"))
        {
            PngText.ReadInternationalText(data, this.Metadata.TextData);
        }
        else if (type == PngChunkReader.Name("eXIf"))
        {
            this.raster!.Metadata.Orientation = ExifOrientation.Read(data);
        }
    }

    private void ReadHeader(ReadOnlySpan<byte> data)
    {
        if (this.raster is not null)
        {
            throw new InvalidImageContentException("PNG Image does not contain a valid header chunk.");
        }

        this.header = PngHeader.Parse(data);
        this.raster = new Raster(this.header.Width, this.header.Height);
        this.Metadata.BitDepth = (PngBitDepth)this.header.BitDepth;
        this.Metadata.ColorType = this.header.ColorType;
        this.Metadata.InterlaceMethod = this.header.Interlaced ? PngInterlaceMode.Adam7 : PngInterlaceMode.None;
        this.Metadata.AnimateRootFrame = false;
    }

    private void ReadPalette(ReadOnlySpan<byte> data)
    {
        this.palette = new Rgba32[Math.Min(256, data.Length / 3)];
        for (int i = 0; i < this.palette.Length; i++)
        {
            this.palette[i] = new Rgba32(data[3 * i], data[(3 * i) + 1], data[(3 * i) + 2]);
        }
    }

    private void ReadTransparency(ReadOnlySpan<byte> data)
    {
        switch (this.header.ColorType)
        {
            case PngColorType.Palette:
                for (int i = 0; i < Math.Min(data.Length, this.palette.Length); i++)
                {
                    this.palette[i].A = data[i];
                }

                break;
            case PngColorType.Grayscale when data.Length >= 2:
                ushort grey = BinaryPrimitives.ReadUInt16BigEndian(data);
                this.transparent = (grey, grey, grey);
                break;
            case PngColorType.Rgb when data.Length >= 6:
                this.transparent = (
                    BinaryPrimitives.ReadUInt16BigEndian(data),
                    BinaryPrimitives.ReadUInt16BigEndian(data[2..]),
                    BinaryPrimitives.ReadUInt16BigEndian(data[4..]));
                break;
        }
    }

    /// <summary>Decodes what has been gathered of the current frame; false when no further frame is wanted.</summary>
    private bool Finish()
    {
        if (this.compressed.Length == 0 || this.raster is null)
        {
            return true;
        }

        if (this.header.ColorType == PngColorType.Palette && this.palette.Length == 0)
        {
            throw new InvalidImageContentException("PNG Image does not contain a palette chunk.");
        }

        bool first = this.raster.Frames.Count == 0;
        this.Metadata.AnimateRootFrame |= first && this.control is not null;
        PngFrameControl frame = this.control
            ?? new PngFrameControl(this.header.Width, this.header.Height, 0, 0, new Rational(0, 1), PngDisposalMethod.DoNotDispose, PngBlendMethod.Source);
        if (first && (frame.Width != this.header.Width || frame.Height != this.header.Height))
        {
            throw new InvalidImageContentException("The first frame of the PNG does not cover the picture.");
        }

        options.Configuration.MemoryAllocator.Claim(frame.Width, frame.Height, 4 * (this.raster.Frames.Count + 1));
        Rgba32[] pixels = new Rgba32[frame.Width * frame.Height];
        this.compressed.Position = 0;
        PngScanline scanline = new(this.header, this.palette, this.transparent);
        PngPixelReader.Read(this.compressed, this.header, scanline, frame.Width, frame.Height, pixels);
        this.compressed.SetLength(0);

        this.canvas ??= new PngCanvas(this.header.Width, this.header.Height);
        bool partOfAnimation = this.control is not null;
        ImageFrameMetadata metadata = this.raster.Add(partOfAnimation ? this.canvas.Show(frame, pixels) : pixels);
        metadata.GetPngMetadata().FrameDelay = frame.Delay;
        metadata.GetPngMetadata().DisposalMethod = frame.Disposal;
        metadata.GetPngMetadata().BlendMethod = frame.Blend;
        return this.raster.Frames.Count < options.MaxFrames;
    }
}
