using LatentWalk.Core.Errors;
using LatentWalk.Core.Files;
using LatentWalk.Imaging.Animations;
using LatentWalk.Imaging.Headers;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats.Png;
using SixLabors.ImageSharp.Formats.Png.Chunks;
using SixLabors.ImageSharp.PixelFormats;

namespace LatentWalk.Imaging;

/// <summary>The pictures this project saves: PNG with the latent in it.</summary>
public static class PngFile
{
    /// <summary>Within a hundredth of what trying all five filters on each row saves, in a fifth of the time.</summary>
    internal const PngFilterMethod Filter = PngFilterMethod.Paeth;

    /// <summary>Generated pictures are noisy to the eye of a compressor: a higher level takes twice as long for a hundredth less.</summary>
    internal const PngCompressionLevel Speed = PngCompressionLevel.Level1;

    private const string LatentKeyword = "latentwalk";
    private const string DescriptionKeyword = "parameters";

    // A language makes the encoder choose iTXt (UTF-8) and not tEXt (Latin-1).
    private const string LatentLanguage = "en";

    /// <param name="rgba">uint8 <c>[height, width, 4]</c>, straight alpha; a picture without any is written as RGB.</param>
    /// <param name="latent">What <see cref="ReadLatent"/> gives back.</param>
    /// <exception cref="DiskException">The file could not be written; what was there before is as it was.</exception>
    public static void Write(string path, ReadOnlySpan<byte> rgba, int width, int height, PictureLatent? latent = null)
    {
        byte[] file = Encode(rgba, width, height, latent);
        AtomicFile.Write(path, stream => stream.Write(file));
    }

    /// <summary>The bytes that <see cref="Write"/> would put in a file: the same for the same arguments.</summary>
    /// <param name="rgba">uint8 <c>[height, width, 4]</c>, straight alpha; a picture without any is written as RGB.</param>
    /// <param name="latent">What <see cref="ReadLatent"/> gives back.</param>
    /// <param name="note">With a latent: what else was done to the picture, for people and for <see cref="Holds"/>, as in "Filter: lanczos".</param>
    public static byte[] Encode(ReadOnlySpan<byte> rgba, int width, int height, PictureLatent? latent = null, string? note = null)
    {
        RgbaPicture.RequireLength(rgba, width, height, nameof(rgba));
        using Image<Rgba32> image = Image.LoadPixelData<Rgba32>(ImageLibrary.Configuration, rgba, width, height);
        IList<PngTextData> texts = image.Metadata.GetPngMetadata().TextData;
        texts.Add(new PngTextData("Software", latent?.App ?? Application.NameAndVersion, string.Empty, string.Empty));
        if (latent is not null)
        {
            texts.Add(new PngTextData(DescriptionKeyword, Describe(latent, width, height, note), string.Empty, string.Empty));
            texts.Add(new PngTextData(LatentKeyword, PictureLatentJson.Serialize(latent), LatentLanguage, string.Empty));
        }

        using MemoryStream stream = new();
        image.Save(stream, new PngEncoder
        {
            BitDepth = PngBitDepth.Bit8,
            ColorType = RgbaPicture.IsOpaque(rgba) ? PngColorType.Rgb : PngColorType.RgbWithAlpha,
            FilterMethod = Filter,
            CompressionLevel = Speed,
            TextCompressionThreshold = int.MaxValue,
            ChunkFilter = PngChunkFilter.ExcludePhysicalChunk,
        });
        return stream.ToArray();
    }

    /// <summary>The latent of a PNG that this project saved; null for any other PNG. Reads tEXt, zTXt and iTXt alike.</summary>
    /// <exception cref="BadDataException">The file is no whole PNG, or its latent cannot be understood.</exception>
    public static PictureLatent? ReadLatent(string path)
    {
        byte[] file = ReadPng(path);
        return Guarded(path, () =>
        {
            ImageInfo info = Image.Identify(ImageLibrary.WithMetadata, file);
            foreach (PngTextData text in info.Metadata.GetPngMetadata().TextData)
            {
                if (text.Keyword == LatentKeyword)
                {
                    return PictureLatentJson.Parse(text.Value, path);
                }
            }

            return null;
        });
    }

    /// <summary>Whether a file is, whole and undamaged, what <see cref="Encode"/> makes of a picture with this latent, size and note. The pixels are not compared.</summary>
    public static bool Holds(string path, PictureLatent latent, int width, int height, string? note = null)
    {
        ArgumentNullException.ThrowIfNull(latent);
        try
        {
            byte[] file = ReadPng(path);
            if (!PngChunks.AreIntact(file))
            {
                return false;
            }

            ImageInfo info = Image.Identify(ImageLibrary.WithMetadata, file);
            IList<PngTextData> texts = info.Metadata.GetPngMetadata().TextData;
            return (info.Width, info.Height) == (width, height)
                && texts.Any(text => text.Keyword == LatentKeyword && text.Value == PictureLatentJson.Serialize(latent))
                && texts.Any(text => text.Keyword == DescriptionKeyword && text.Value == Describe(latent, width, height, note));
        }
        catch (BadDataException)
        {
            return false;
        }
        catch (Exception error) when (ImageLibrary.IsContentError(error))
        {
            return false;
        }
    }

    /// <returns>uint8 <c>[height, width, 4]</c>, straight alpha.</returns>
    /// <exception cref="BadDataException">The file is no whole PNG.</exception>
    public static (byte[] Rgba, int Width, int Height) Read(string path)
    {
        byte[] file = ReadPng(path);
        return Guarded(path, () =>
        {
            using Image<Rgba32> image = Image.Load<Rgba32>(ImageLibrary.Plain, file);
            byte[] rgba = GC.AllocateUninitializedArray<byte>(4 * image.Width * image.Height);
            image.CopyPixelDataTo(rgba);
            return (rgba, image.Width, image.Height);
        });
    }

    private static byte[] ReadPng(string path)
    {
        byte[] file = PictureBytes.Read(path, out PictureHeader header);
        return header.Format == PictureFormat.Png ? file : throw PictureBytes.Refuse(path, $"it is a {header.Format}; expected a PNG");
    }

    private static T Guarded<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (ImageLibrary.IsContentError(error))
        {
            throw PictureBytes.Refuse(path, "its content is damaged or of a kind that is not read: " + error.Message.TrimEnd('.'), error);
        }
    }

    /// <summary>One line for people and for tools that show the text <c>parameters</c>.</summary>
    private static string Describe(PictureLatent latent, int width, int height, string? note)
    {
        string seed = latent.Seed is { } number ? $"Seed: {number}, " : string.Empty;
        string step = latent.Step is { } count ? $"Steps: {count}, " : string.Empty;
        return FormattableString.Invariant(
            $"{step}{seed}Truncation: {latent.Truncation}, Size: {width}x{height}, Model hash: {latent.Model[..10]}{(note is null ? string.Empty : ", " + note)}");
    }
}
