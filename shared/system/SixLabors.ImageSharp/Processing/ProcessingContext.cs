using SixLabors.ImageSharp.PixelFormats;

namespace SixLabors.ImageSharp.Processing;

/// <summary>Applies each operation at once to every frame of one image.</summary>
internal sealed class ProcessingContext(Image image) : IImageProcessingContext
{
    public Configuration Configuration => image.Configuration;

    public Image Image => image;

    public Size GetCurrentSize() => image.Size;

    public static IImageProcessingContext Apply(IImageProcessingContext context, Size result, Func<Rgba32[], Rgba32[]> change)
    {
        ProcessingContext own = (ProcessingContext)context;
        own.Image.Transform(change, result);
        return own;
    }
}
