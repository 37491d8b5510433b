using SixLabors.ImageSharp.PixelFormats;

namespace SixLabors.ImageSharp.Formats;

public abstract class ImageEncoder : IImageEncoder
{
    private protected ImageEncoder()
    {
    }

    public void Encode<TPixel>(Image<TPixel> image, Stream stream)
        where TPixel : unmanaged, IPixel<TPixel>
    {
        if (!stream.CanWrite)
        {
            throw new NotSupportedException("Cannot write to the stream.");
        }

        Raster picture = new(image.Width, image.Height, image.Metadata) { HasAlpha = typeof(TPixel) != typeof(Rgb24) };
        foreach (ImageFrame<TPixel> frame in image.Frames)
        {
            picture.Frames.Add((PixelRows.ToRgba(frame.Pixels), frame.Metadata));
        }

        this.Write(picture, stream);
    }

    private protected abstract void Write(Raster picture, Stream stream);
}
