namespace SixLabors.ImageSharp.Formats.Png;

public class PngFrameMetadata : IDeepCloneable
{
    /// <summary>In seconds.</summary>
    public Rational FrameDelay { get; set; } = new(0, 1);

    public PngDisposalMethod DisposalMethod { get; set; }

    public PngBlendMethod BlendMethod { get; set; }

    public IDeepCloneable DeepClone() => (PngFrameMetadata)this.MemberwiseClone();
}
