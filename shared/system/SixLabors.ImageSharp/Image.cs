using System.Runtime.InteropServices;
using SixLabors.ImageSharp.Formats;
using SixLabors.ImageSharp.Memory;
using SixLabors.ImageSharp.Metadata;
using SixLabors.ImageSharp.PixelFormats;

namespace SixLabors.ImageSharp;

public abstract class Image : IDisposable
{
    private protected Image(Configuration configuration, ImageMetadata metadata, int width, int height)
    {
        this.Configuration = configuration;
        this.Metadata = metadata;
        this.Width = width;
        this.Height = height;
    }

    public Configuration Configuration { get; }

    public int Width { get; private set; }

    public int Height { get; private set; }

    public ImageMetadata Metadata { get; }

    public Size Size => new(this.Width, this.Height);

    public static IImageFormat DetectFormat(DecoderOptions options, ReadOnlySpan<byte> buffer) =>
        options.Configuration.DecoderFor(buffer).Format;

    public static ImageInfo Identify(DecoderOptions options, ReadOnlySpan<byte> buffer)
    {
        FormatDecoder decoder = options.Configuration.DecoderFor(buffer);
        Raster raster = Guarded(decoder.Identify, options, buffer);
        raster.Metadata.DecodedImageFormat = decoder.Format;
        return new ImageInfo(raster.Width, raster.Height, raster.Metadata);
    }

    public static Image<TPixel> Load<TPixel>(DecoderOptions options, ReadOnlySpan<byte> data)
        where TPixel : unmanaged, IPixel<TPixel>
    {
        FormatDecoder decoder = options.Configuration.DecoderFor(data);
        Raster raster = Guarded(decoder.Decode, options, data);
        raster.Metadata.DecodedImageFormat = decoder.Format;
        return new Image<TPixel>(options.Configuration, raster);
    }

    public static Image<TPixel> LoadPixelData<TPixel>(Configuration configuration, ReadOnlySpan<byte> data, int width, int height)
        where TPixel : unmanaged, IPixel<TPixel> =>
        LoadPixelData(configuration, MemoryMarshal.Cast<byte, TPixel>(data), width, height);

    public static Image<TPixel> LoadPixelData<TPixel>(Configuration configuration, ReadOnlySpan<TPixel> data, int width, int height)
        where TPixel : unmanaged, IPixel<TPixel>
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(data.Length, width * height, nameof(data));
        Image<TPixel> image = new(configuration, width, height);
        data[..(width * height)].CopyTo(image.Frames.RootFrame.Pixels);
        return image;
    }

    public void Save(Stream stream, IImageEncoder encoder) => this.EncodeWith(encoder, stream);

    public void Dispose()
    {
        this.Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);

    internal abstract void EncodeWith(IImageEncoder encoder, Stream stream);

    /// <summary>Replaces the pixels of every frame; sizes may change.</summary>
    internal abstract void Transform(Func<Rgba32[], Rgba32[]> change, Size result);

    internal abstract Image CloneImage();

    private protected void SetSize(Size size)
    {
        this.Width = size.Width;
        this.Height = size.Height;
    }

    private static Raster Guarded(DecodeCall call, DecoderOptions options, ReadOnlySpan<byte> data)
    {
        try
        {
            return call(options, data);
        }
        catch (InvalidMemoryOperationException exception)
        {
            throw new InvalidImageContentException("Cannot decode image: " + exception.Message, exception);
        }
    }

    private delegate Raster DecodeCall(DecoderOptions options, ReadOnlySpan<byte> data);
}
