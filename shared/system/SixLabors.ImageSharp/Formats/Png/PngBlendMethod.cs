namespace SixLabors.ImageSharp.Formats.Png;

public enum PngBlendMethod
{
    Source = 0,
    Over = 1,
}
