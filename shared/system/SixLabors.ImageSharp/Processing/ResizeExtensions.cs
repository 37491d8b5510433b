using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing.Processors.Transforms;

namespace SixLabors.ImageSharp.Processing;

public static class ResizeExtensions
{
    public static IImageProcessingContext Resize(this IImageProcessingContext source, int width, int height) =>
        Resize(source, width, height, KnownResamplers.Bicubic);

    public static IImageProcessingContext Resize(this IImageProcessingContext source, int width, int height, IResampler sampler) =>
        Resize(source, new ResizeOptions { Size = new Size(width, height), Mode = ResizeMode.Stretch, Sampler = sampler });

    public static IImageProcessingContext Resize(this IImageProcessingContext source, ResizeOptions options)
    {
        Size from = source.GetCurrentSize();
        (Size canvas, Rectangle target) = ResizePlacement.Of(from, options);
        Rgba32 fill = options.PadColor.ToPixel<Rgba32>();
        return ProcessingContext.Apply(source, canvas, pixels => Resampling.Apply(pixels, from, canvas, target, options.Sampler, fill));
    }
}
