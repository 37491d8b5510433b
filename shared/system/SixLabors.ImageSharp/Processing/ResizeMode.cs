namespace SixLabors.ImageSharp.Processing;

public enum ResizeMode
{
    Crop = 0,
    Pad = 1,
    Stretch = 5,
}
