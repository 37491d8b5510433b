using SixLabors.ImageSharp.PixelFormats;

namespace SixLabors.ImageSharp.Processing;

public static class PadExtensions
{
    /// <summary>Centres the picture on a larger canvas; never shrinks.</summary>
    public static IImageProcessingContext Pad(this IImageProcessingContext source, int width, int height, Color color)
    {
        Size from = source.GetCurrentSize();
        Size canvas = new(Math.Max(width, from.Width), Math.Max(height, from.Height));
        return ProcessingContext.Apply(source, canvas, pixels =>
        {
            Rgba32[] result = new Rgba32[canvas.Width * canvas.Height];
            Array.Fill(result, color.ToPixel<Rgba32>());
            int left = (canvas.Width - from.Width) / 2;
            int top = (canvas.Height - from.Height) / 2;
            for (int y = 0; y < from.Height; y++)
            {
                pixels.AsSpan(y * from.Width, from.Width).CopyTo(result.AsSpan(((top + y) * canvas.Width) + left));
            }

            return result;
        });
    }
}
