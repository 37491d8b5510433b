using SixLabors.ImageSharp.Formats;
using SixLabors.ImageSharp.Metadata;
using SixLabors.ImageSharp.PixelFormats;

namespace SixLabors.ImageSharp;

public sealed class Image<TPixel> : Image
    where TPixel : unmanaged, IPixel<TPixel>
{
    public Image(Configuration configuration, int width, int height)
        : base(configuration, new ImageMetadata(), width, height)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        configuration.MemoryAllocator.Claim(width, height, System.Runtime.CompilerServices.Unsafe.SizeOf<TPixel>());
        this.Frames = new ImageFrameCollection<TPixel>(this);
        this.Frames.Append(new TPixel[width * height], new ImageFrameMetadata());
    }

    internal Image(Configuration configuration, Raster raster)
        : base(configuration, raster.Metadata, raster.Width, raster.Height)
    {
        this.Frames = new ImageFrameCollection<TPixel>(this);
        foreach ((Rgba32[] pixels, ImageFrameMetadata metadata) in raster.Frames)
        {
            this.Frames.Append(PixelRows.FromRgba<TPixel>(pixels), metadata);
        }
    }

    private Image(Image<TPixel> other)
        : base(other.Configuration, other.Metadata.DeepClone(), other.Width, other.Height)
    {
        this.Frames = new ImageFrameCollection<TPixel>(this);
        foreach (ImageFrame<TPixel> frame in other.Frames)
        {
            this.Frames.Append((TPixel[])frame.Pixels.Clone(), frame.Metadata.DeepClone());
        }
    }

    public ImageFrameCollection<TPixel> Frames { get; }

    public TPixel this[int x, int y]
    {
        get => this.Frames.RootFrame[x, y];
        set => this.Frames.RootFrame[x, y] = value;
    }

    public void ProcessPixelRows(PixelAccessorAction<TPixel> processPixels) => this.Frames.RootFrame.ProcessPixelRows(processPixels);

    public void CopyPixelDataTo(Span<TPixel> destination) => this.Frames.RootFrame.CopyPixelDataTo(destination);

    public void CopyPixelDataTo(Span<byte> destination) => this.Frames.RootFrame.CopyPixelDataTo(destination);

    public Image<TPixel> Clone() => new(this);

    protected override void Dispose(bool disposing)
    {
    }

    internal override void EncodeWith(IImageEncoder encoder, Stream stream) => encoder.Encode(this, stream);

    internal override void Transform(Func<Rgba32[], Rgba32[]> change, Size result)
    {
        this.SetSize(result);
        foreach (ImageFrame<TPixel> frame in this.Frames)
        {
            frame.Pixels = PixelRows.FromRgba<TPixel>(change(PixelRows.ToRgba(frame.Pixels)));
        }
    }

    internal override Image CloneImage() => this.Clone();
}
