using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats;
using SixLabors.ImageSharp.Formats.Gif;
using SixLabors.ImageSharp.Formats.Jpeg;
using SixLabors.ImageSharp.Formats.Png;
using SixLabors.ImageSharp.Formats.Webp;
using SixLabors.ImageSharp.Memory;

namespace LatentWalk.Imaging;

/// <summary>
/// ImageSharp as this project uses it: four formats and no more (3.1 stays open to a flaw in its TIFF reader), one thread a
/// picture (callers load pictures in parallel), and a lid on memory.
/// </summary>
internal static class ImageLibrary
{
    private const int LargestImageMegabytes = 1024;

    public static Configuration Configuration { get; } = new(
        new PngConfigurationModule(), new JpegConfigurationModule(), new WebpConfigurationModule(), new GifConfigurationModule())
    {
        MaxDegreeOfParallelism = 1,
        MemoryAllocator = MemoryAllocator.Create(new MemoryAllocatorOptions { AllocationLimitMegabytes = LargestImageMegabytes }),
    };

    /// <summary>The first frame and its pixels only.</summary>
    public static DecoderOptions Plain { get; } = new() { Configuration = Configuration, MaxFrames = 1, SkipMetadata = true };

    /// <summary>The first frame with text and EXIF.</summary>
    public static DecoderOptions WithMetadata { get; } = new() { Configuration = Configuration, MaxFrames = 1 };

    /// <summary>What the library throws for content it cannot read: the first line by its documentation, the others for damaged files.</summary>
    public static bool IsContentError(Exception error) => error is ImageFormatException or NotSupportedException or InvalidMemoryOperationException
        or InvalidOperationException or InvalidDataException or EndOfStreamException or ArgumentException
        or IndexOutOfRangeException or NullReferenceException or ArithmeticException;
}
