using SixLabors.ImageSharp.Formats;

namespace SixLabors.ImageSharp.Metadata;

public sealed class ImageMetadata
{
    private readonly FormatMetadataStore formats = new();

    public ImageMetadata()
    {
    }

    private ImageMetadata(ImageMetadata other)
    {
        this.formats = other.formats.Copy();
        this.Orientation = other.Orientation;
        this.DecodedImageFormat = other.DecodedImageFormat;
    }

    public IImageFormat? DecodedImageFormat { get; internal set; }

    /// <summary>The EXIF orientation, 1 to 8; 1 is upright.</summary>
    internal int Orientation { get; set; } = 1;

    public ImageMetadata DeepClone() => new(this);

    internal T Of<T>()
        where T : class, IDeepCloneable, new() => this.formats.Of<T>();
}
