namespace SixLabors.ImageSharp.Formats.Gif;

public enum GifColorTableMode
{
    Global = 0,
    Local = 1,
}
