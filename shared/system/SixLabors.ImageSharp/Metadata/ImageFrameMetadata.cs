namespace SixLabors.ImageSharp.Metadata;

public sealed class ImageFrameMetadata
{
    private readonly FormatMetadataStore formats;

    internal ImageFrameMetadata() => this.formats = new FormatMetadataStore();

    private ImageFrameMetadata(ImageFrameMetadata other) => this.formats = other.formats.Copy();

    public ImageFrameMetadata DeepClone() => new(this);

    internal T Of<T>()
        where T : class, IDeepCloneable, new() => this.formats.Of<T>();
}
