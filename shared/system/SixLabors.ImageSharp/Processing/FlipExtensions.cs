using SixLabors.ImageSharp.PixelFormats;

namespace SixLabors.ImageSharp.Processing;

public static class FlipExtensions
{
    public static IImageProcessingContext Flip(this IImageProcessingContext source, FlipMode flipMode)
    {
        Size size = source.GetCurrentSize();
        return ProcessingContext.Apply(source, size, pixels => Rearrange.Flip(pixels, size, flipMode));
    }
}
