namespace SixLabors.ImageSharp.Formats.Webp;

public class WebpFrameMetadata : IDeepCloneable
{
    public WebpBlendMethod BlendMethod { get; set; }

    public WebpDisposalMethod DisposalMethod { get; set; }

    /// <summary>In milliseconds.</summary>
    public uint FrameDelay { get; set; }

    public IDeepCloneable DeepClone() => (WebpFrameMetadata)this.MemberwiseClone();
}
