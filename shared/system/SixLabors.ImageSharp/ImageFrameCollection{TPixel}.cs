using System.Collections;
using SixLabors.ImageSharp.Metadata;
using SixLabors.ImageSharp.PixelFormats;

namespace SixLabors.ImageSharp;

public sealed class ImageFrameCollection<TPixel> : IEnumerable<ImageFrame>, IEnumerable<ImageFrame<TPixel>>
    where TPixel : unmanaged, IPixel<TPixel>
{
    private readonly Image<TPixel> owner;
    private readonly List<ImageFrame<TPixel>> frames = [];

    internal ImageFrameCollection(Image<TPixel> owner) => this.owner = owner;

    public int Count => this.frames.Count;

    public ImageFrame<TPixel> RootFrame => this.frames[0];

    public ImageFrame<TPixel> this[int index] => this.frames[index];

    /// <summary>Copies the pixels into a new frame at the end.</summary>
    public ImageFrame<TPixel> AddFrame(ReadOnlySpan<TPixel> source)
    {
        int length = this.owner.Width * this.owner.Height;
        ArgumentOutOfRangeException.ThrowIfLessThan(source.Length, length, nameof(source));
        return this.Append(source[..length].ToArray(), new ImageFrameMetadata());
    }

    public IEnumerator<ImageFrame<TPixel>> GetEnumerator() => this.frames.GetEnumerator();

    IEnumerator<ImageFrame> IEnumerable<ImageFrame>.GetEnumerator() => this.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => this.GetEnumerator();

    internal ImageFrame<TPixel> Append(TPixel[] pixels, ImageFrameMetadata metadata)
    {
        ImageFrame<TPixel> frame = new(this.owner, pixels, metadata);
        this.frames.Add(frame);
        return frame;
    }
}
