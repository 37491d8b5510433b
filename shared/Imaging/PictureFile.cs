using System.IO.Enumeration;
using LatentWalk.Core.Errors;
using LatentWalk.Imaging.Headers;
using LatentWalk.Imaging.Png;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing;

namespace LatentWalk.Imaging;

/// <summary>Pictures as a training set needs them. PNG, JPEG, WebP and GIF are told apart by content. Any thread.</summary>
public static class PictureFile
{
    private static readonly string[] s_endings = [".png", ".jpg", ".jpeg", ".webp", ".gif"];

    /// <summary>
    /// The first frame, upright by its EXIF orientation, alpha over white, fitted to the square (Lanczos 3 to shrink,
    /// bicubic to enlarge, nothing when it already fits).
    /// </summary>
    /// <returns>uint8 RGB <c>[size, size, 3]</c>.</returns>
    /// <exception cref="BadDataException">The file cannot be used; the message names it and says why.</exception>
    public static byte[] Load(string path, int size, Fit fit)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Decode(PictureBytes.ReadFile(path), path, size, fit);
    }

    /// <summary>As <see cref="Load"/>, of a file that is in memory already.</summary>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="BadDataException">The file cannot be used; the message names it and says why.</exception>
    public static byte[] Decode(ReadOnlyMemory<byte> file, string name, int size, Fit fit)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        PictureHeader header = PictureBytes.Check(file.Span, name, pixels: false);
        if (!PlainPngDecoding.Squares(file.Span, header, size))
        {
            return DecodeAny(file.Span, PictureBytes.Check(file.Span, name), name, size, fit);
        }

        return PlainPngDecoding.ToSquare(file, header, size, fit, out byte[]? rgb) is { } problem ? throw PictureBytes.Refuse(name, problem) : rgb!;
    }

    private static byte[] DecodeAny(ReadOnlySpan<byte> file, PictureHeader header, string path, int size, Fit fit)
    {
        DecoderOptions options = header.HasExif ? ImageLibrary.WithMetadata : ImageLibrary.Plain;
        try
        {
            using Image<Rgba32> image = Image.Load<Rgba32>(options, file);
            image.ProcessPixelRows(AlphaOverWhite);
            bool shrinks = image.Width > size || image.Height > size;
            image.Mutate(context => context.AutoOrient().Resize(new ResizeOptions
            {
                Size = new Size(size, size),
                Mode = fit == Fit.Crop ? ResizeMode.Crop : ResizeMode.Pad,
                Sampler = shrinks ? KnownResamplers.Lanczos3 : KnownResamplers.Bicubic,
                PadColor = Color.White,
            }));
            return ToRgb(image);
        }
        catch (Exception error) when (ImageLibrary.IsContentError(error))
        {
            throw PictureBytes.Refuse(path, "its content is damaged or of a kind that is not read: " + error.Message.TrimEnd('.'), error);
        }
    }

    /// <summary>Every file below the folder whose ending is that of a picture, in ordinal order; links to folders are not followed.</summary>
    /// <exception cref="BadDataException">There is no such folder, or it cannot be listed.</exception>
    public static IReadOnlyList<string> Find(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        if (!Directory.Exists(folder))
        {
            throw new BadDataException($"there is no folder '{folder}'. Give a folder of PNG, JPEG, WebP or GIF pictures.");
        }

        EnumerationOptions options = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None, IgnoreInaccessible = true };
        FileSystemEnumerable<string> files = new(folder, (ref FileSystemEntry entry) => entry.ToSpecifiedFullPath(), options)
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory && HasPictureEnding(entry.FileName),
            ShouldRecursePredicate = (ref FileSystemEntry entry) => (entry.Attributes & FileAttributes.ReparsePoint) == 0,
        };
        List<string> found = [.. files];
        found.Sort(StringComparer.Ordinal);
        return found;
    }

    private static bool HasPictureEnding(ReadOnlySpan<char> name)
    {
        foreach (string ending in s_endings)
        {
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static void AlphaOverWhite(PixelAccessor<Rgba32> rows)
    {
        for (int y = 0; y < rows.Height; y++)
        {
            foreach (ref Rgba32 pixel in rows.GetRowSpan(y))
            {
                if (pixel.A != 255)
                {
                    pixel = new Rgba32(White.Under(pixel.R, pixel.A), White.Under(pixel.G, pixel.A), White.Under(pixel.B, pixel.A));
                }
            }
        }
    }

    private static byte[] ToRgb(Image<Rgba32> image)
    {
        byte[] rgb = GC.AllocateUninitializedArray<byte>(3 * image.Width * image.Height);
        image.ProcessPixelRows(rows =>
        {
            int at = 0;
            for (int y = 0; y < rows.Height; y++)
            {
                foreach (Rgba32 pixel in rows.GetRowSpan(y))
                {
                    rgb[at] = pixel.R;
                    rgb[at + 1] = pixel.G;
                    rgb[at + 2] = pixel.B;
                    at += 3;
                }
            }
        });
        return rgb;
    }
}
