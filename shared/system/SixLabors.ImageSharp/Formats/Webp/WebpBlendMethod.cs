namespace SixLabors.ImageSharp.Formats.Webp;

public enum WebpBlendMethod
{
    Over = 0,
    Source = 1,
}
