using SixLabors.ImageSharp.Metadata;

namespace SixLabors.ImageSharp;

public class ImageInfo
{
    internal ImageInfo(int width, int height, ImageMetadata metadata)
    {
        this.Width = width;
        this.Height = height;
        this.Metadata = metadata;
    }

    public int Width { get; }

    public int Height { get; }

    public ImageMetadata Metadata { get; }
}
