using LatentWalk.Core.Errors;
using LatentWalk.Imaging.Headers;
using LatentWalk.Imaging.Png;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing;

namespace LatentWalk.Imaging;

/// <summary>
/// A PNG, JPEG, WebP or GIF file in memory, known by its content and checked from outside before anything decodes it. Any thread.
/// </summary>
public sealed class EncodedPicture
{
    private readonly byte[] _file;
    private readonly PictureHeader _header;
    private readonly string _name;

    private EncodedPicture(byte[] file, PictureHeader header, string name)
    {
        _file = file;
        _header = header;
        _name = name;
    }

    /// <summary>PNG, JPEG, WebP or GIF.</summary>
    public string Format => _header.Format switch
    {
        PictureFormat.Jpeg => "JPEG",
        PictureFormat.Webp => "WebP",
        PictureFormat.Gif => "GIF",
        _ => "PNG",
    };

    /// <summary>As the file says, before it is turned upright.</summary>
    public int Width => _header.Width;

    public int Height => _header.Height;

    /// <summary>Looks at the structure and the promised size only; costs no more than reading the file. <see cref="Decode"/> finds damaged pixels.</summary>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="BadDataException">It is no picture, is not whole or asks for too much; the message says why.</exception>
    public static EncodedPicture Check(byte[] file, string name)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentException.ThrowIfNullOrEmpty(name);
        return new EncodedPicture(file, PictureBytes.Check(file, name, pixels: false), name);
    }

    /// <summary>For files that nobody decodes soon: as <see cref="Check"/>, and whether a PNG has all its pixels; null with the reason, without a full stop, when it cannot be used.</summary>
    public static EncodedPicture? TryCheck(byte[] file, string name, out string? problem)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentException.ThrowIfNullOrEmpty(name);
        problem = PictureHeader.Check(file, out PictureHeader header)
            ?? (header.Format == PictureFormat.Png ? PngPixelData.Check(file, header) : null);
        return problem is null ? new EncodedPicture(file, header, name) : null;
    }

    /// <summary>The first frame, upright by its EXIF orientation. 16 bits, grey, palettes and CMYK become 8-bit RGB; alpha stays.</summary>
    /// <exception cref="BadDataException">The content is damaged; the message says how.</exception>
    public RgbaImage Decode()
    {
        if (_header.Format == PictureFormat.Png && !_header.HasExif && PlainPng.Recognises(_file))
        {
            return PlainPngDecoding.ToRgba(_file, _header, out byte[]? plain) is { } problem
                ? throw PictureBytes.Refuse(_name, problem) : new RgbaImage(plain!, Width, Height);
        }

        return DecodeAny();
    }

    private RgbaImage DecodeAny()
    {
        PictureBytes.Check(_file, _name);
        DecoderOptions options = _header.HasExif ? ImageLibrary.WithMetadata : ImageLibrary.Plain;
        try
        {
            using Image<Rgba32> image = Image.Load<Rgba32>(options, _file);
            if (_header.HasExif)
            {
                image.Mutate(context => context.AutoOrient());
            }

            byte[] rgba = GC.AllocateUninitializedArray<byte>(checked(4 * image.Width * image.Height));
            image.CopyPixelDataTo(rgba);
            return new RgbaImage(rgba, image.Width, image.Height);
        }
        catch (Exception error) when (ImageLibrary.IsContentError(error))
        {
            throw PictureBytes.Refuse(_name, "its content is damaged or of a kind that is not read: " + error.Message.TrimEnd('.'), error);
        }
    }
}
