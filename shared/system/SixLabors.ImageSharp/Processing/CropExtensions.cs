using SixLabors.ImageSharp.PixelFormats;

namespace SixLabors.ImageSharp.Processing;

public static class CropExtensions
{
    public static IImageProcessingContext Crop(this IImageProcessingContext source, Rectangle cropRectangle)
    {
        Size from = source.GetCurrentSize();
        if (!new Rectangle(0, 0, from.Width, from.Height).Contains(cropRectangle) || cropRectangle.Width <= 0 || cropRectangle.Height <= 0)
        {
            throw new ArgumentException("Crop rectangle should be smaller than the source bounds.", nameof(cropRectangle));
        }

        return ProcessingContext.Apply(source, new Size(cropRectangle.Width, cropRectangle.Height), pixels =>
        {
            Rgba32[] result = new Rgba32[cropRectangle.Width * cropRectangle.Height];
            for (int y = 0; y < cropRectangle.Height; y++)
            {
                pixels.AsSpan(((cropRectangle.Y + y) * from.Width) + cropRectangle.X, cropRectangle.Width)
                    .CopyTo(result.AsSpan(y * cropRectangle.Width));
            }

            return result;
        });
    }
}
