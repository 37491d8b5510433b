namespace SixLabors.ImageSharp.Formats.Gif;

public class GifFrameMetadata : IDeepCloneable
{
    /// <summary>In hundredths of a second.</summary>
    public int FrameDelay { get; set; }

    public GifDisposalMethod DisposalMethod { get; set; }

    public IDeepCloneable DeepClone() => (GifFrameMetadata)this.MemberwiseClone();
}
