namespace SixLabors.ImageSharp.Formats.Webp;

public class WebpMetadata : IDeepCloneable
{
    public WebpFileFormatType? FileFormat { get; set; }

    /// <summary>How often an animation plays; 0 is for ever.</summary>
    public ushort RepeatCount { get; set; } = 1;

    public IDeepCloneable DeepClone() => (WebpMetadata)this.MemberwiseClone();
}
