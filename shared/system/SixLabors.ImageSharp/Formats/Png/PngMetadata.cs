using SixLabors.ImageSharp.Formats.Png.Chunks;

namespace SixLabors.ImageSharp.Formats.Png;

public class PngMetadata : IDeepCloneable
{
    public PngMetadata()
    {
    }

    private PngMetadata(PngMetadata other)
    {
        this.BitDepth = other.BitDepth;
        this.ColorType = other.ColorType;
        this.InterlaceMethod = other.InterlaceMethod;
        this.RepeatCount = other.RepeatCount;
        this.AnimateRootFrame = other.AnimateRootFrame;
        this.TextData = [.. other.TextData];
    }

    public PngBitDepth? BitDepth { get; set; }

    public PngColorType? ColorType { get; set; }

    public PngInterlaceMode? InterlaceMethod { get; set; } = PngInterlaceMode.None;

    public IList<PngTextData> TextData { get; set; } = [];

    /// <summary>How often an animation plays; 0 is for ever.</summary>
    public uint RepeatCount { get; set; } = 1;

    public bool AnimateRootFrame { get; set; } = true;

    public IDeepCloneable DeepClone() => new PngMetadata(this);
}
