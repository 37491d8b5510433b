using SixLabors.ImageSharp.Metadata;
using SixLabors.ImageSharp.PixelFormats;

namespace SixLabors.ImageSharp;

public sealed class ImageFrame<TPixel> : ImageFrame
    where TPixel : unmanaged, IPixel<TPixel>
{
    private readonly Image<TPixel> owner;

    internal ImageFrame(Image<TPixel> owner, TPixel[] pixels, ImageFrameMetadata metadata)
        : base(metadata)
    {
        this.owner = owner;
        this.Pixels = pixels;
    }

    internal TPixel[] Pixels { get; set; }

    private protected override Size FrameSize => this.owner.Size;

    public TPixel this[int x, int y]
    {
        get => this.Pixels[this.Offset(x, y)];
        set => this.Pixels[this.Offset(x, y)] = value;
    }

    public void ProcessPixelRows(PixelAccessorAction<TPixel> processPixels) =>
        processPixels(new PixelAccessor<TPixel>(this.Pixels, this.Width, this.Height));

    public void CopyPixelDataTo(Span<TPixel> destination)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(destination.Length, this.Pixels.Length, nameof(destination));
        this.Pixels.CopyTo(destination);
    }

    public void CopyPixelDataTo(Span<byte> destination)
    {
        Span<byte> source = PixelRows.AsBytes<TPixel>(this.Pixels);
        ArgumentOutOfRangeException.ThrowIfLessThan(destination.Length, source.Length, nameof(destination));
        source.CopyTo(destination);
    }

    protected override void Dispose(bool disposing)
    {
    }

    private int Offset(int x, int y)
    {
        if ((uint)x >= (uint)this.Width)
        {
            throw new ArgumentOutOfRangeException(nameof(x));
        }

        if ((uint)y >= (uint)this.Height)
        {
            throw new ArgumentOutOfRangeException(nameof(y));
        }

        return (y * this.Width) + x;
    }
}
