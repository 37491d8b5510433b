namespace SixLabors.ImageSharp.Processing;

public interface IImageProcessingContext
{
    Configuration Configuration { get; }

    Size GetCurrentSize();
}
