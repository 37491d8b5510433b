namespace SixLabors.ImageSharp.Formats.Gif;

public class GifMetadata : IDeepCloneable
{
    /// <summary>How often an animation plays; 0 is for ever.</summary>
    public ushort RepeatCount { get; set; } = 1;

    public IDeepCloneable DeepClone() => (GifMetadata)this.MemberwiseClone();
}
