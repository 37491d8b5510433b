namespace SixLabors.ImageSharp.Processing;

public enum FlipMode
{
    None = 0,
    Horizontal = 1,
    Vertical = 2,
}
