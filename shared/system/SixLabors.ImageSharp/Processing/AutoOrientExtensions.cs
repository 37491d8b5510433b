using SixLabors.ImageSharp.PixelFormats;

namespace SixLabors.ImageSharp.Processing;

public static class AutoOrientExtensions
{
    /// <summary>Turns the picture upright by its EXIF orientation, which it then forgets.</summary>
    public static IImageProcessingContext AutoOrient(this IImageProcessingContext source)
    {
        Image image = ((ProcessingContext)source).Image;
        int orientation = image.Metadata.Orientation;
        image.Metadata.Orientation = 1;
        if (orientation >= 5)
        {
            // 5 to 8 are the four that swap the sides: a transposition, and then a flip.
            Size from = source.GetCurrentSize();
            ProcessingContext.Apply(source, new Size(from.Height, from.Width), pixels => Rearrange.Transpose(pixels, from));
        }

        bool horizontal = orientation is 2 or 3 or 6 or 7;
        bool vertical = orientation is 3 or 4 or 7 or 8;
        source = horizontal ? source.Flip(FlipMode.Horizontal) : source;
        return vertical ? source.Flip(FlipMode.Vertical) : source;
    }
}
