using SixLabors.ImageSharp.Metadata;

namespace SixLabors.ImageSharp;

public abstract class ImageFrame : IDisposable
{
    private protected ImageFrame(ImageFrameMetadata metadata) => this.Metadata = metadata;

    public int Width => this.FrameSize.Width;

    public int Height => this.FrameSize.Height;

    public ImageFrameMetadata Metadata { get; }

    private protected abstract Size FrameSize { get; }

    public void Dispose()
    {
        this.Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);
}
