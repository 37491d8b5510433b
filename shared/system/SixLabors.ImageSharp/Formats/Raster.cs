using SixLabors.ImageSharp.Metadata;
using SixLabors.ImageSharp.PixelFormats;

namespace SixLabors.ImageSharp.Formats;

/// <summary>What a decoder yields and an encoder is given: whole frames, each <c>[height, width]</c> of <see cref="Rgba32"/>, straight alpha.</summary>
internal sealed class Raster(int width, int height, ImageMetadata? metadata = null)
{
    public int Width => width;

    public int Height => height;

    /// <summary>Whether the pixel type that is encoded has alpha at all.</summary>
    public bool HasAlpha { get; init; } = true;

    public ImageMetadata Metadata { get; } = metadata ?? new ImageMetadata();

    public List<(Rgba32[] Pixels, ImageFrameMetadata Metadata)> Frames { get; } = [];

    public ImageFrameMetadata Add(Rgba32[] pixels)
    {
        ImageFrameMetadata frame = new();
        this.Frames.Add((pixels, frame));
        return frame;
    }
}
