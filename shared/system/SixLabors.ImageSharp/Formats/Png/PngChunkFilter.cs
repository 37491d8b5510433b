namespace SixLabors.ImageSharp.Formats.Png;

[Flags]
public enum PngChunkFilter
{
    None = 0,
    ExcludePhysicalChunk = 1,
}
