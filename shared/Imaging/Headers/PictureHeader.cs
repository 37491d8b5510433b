using System.Text;

namespace LatentWalk.Imaging.Headers;

/// <summary>
/// What a file says about itself, read without decoding, and whether the file is whole: the image library fills what is
/// missing of a cut file with grey or black instead of refusing it.
/// </summary>
/// <param name="HasExif">The picture may have an orientation.</param>
internal readonly record struct PictureHeader(PictureFormat Format, int Width, int Height, bool HasExif)
{
    /// <returns>Null, or why the file cannot be used (no full stop).</returns>
    public static string? Check(ReadOnlySpan<byte> file, out PictureHeader header)
    {
        header = default;
        string? problem =
            file.IsEmpty ? "the file is empty"
            : PngStructure.Recognises(file) ? PngStructure.Check(file, out header)
            : JpegStructure.Recognises(file) ? JpegStructure.Check(file, out header)
            : WebpStructure.Recognises(file) ? WebpStructure.Check(file, out header)
            : GifStructure.Recognises(file) ? GifStructure.Check(file, out header)
            : $"it is not a PNG, JPEG, WebP or GIF picture, whatever its name says: it starts with {Start(file)}";
        return problem ?? header.CheckLimits();
    }

    private static string Start(ReadOnlySpan<byte> file)
    {
        ReadOnlySpan<byte> head = file[..Math.Min(file.Length, 16)];
        bool text = head.IndexOfAnyExceptInRange((byte)' ', (byte)'~') < 0;
        return text ? $"the text '{Encoding.ASCII.GetString(head)}'" : $"the bytes {Convert.ToHexString(head[..Math.Min(head.Length, 8)])}";
    }

    private string? CheckLimits()
    {
        if (this.Width <= 0 || this.Height <= 0)
        {
            return $"its header says {this.Width}x{this.Height} pixels";
        }

        if (this.Width > PictureLimits.Side || this.Height > PictureLimits.Side)
        {
            return $"its header says {this.Width}x{this.Height} pixels; the longest side that is read is {PictureLimits.Side}";
        }

        return (long)this.Width * this.Height > PictureLimits.Pixels
            ? $"its header says {this.Width}x{this.Height} pixels; at most {PictureLimits.Pixels / (1024 * 1024)} million are read"
            : null;
    }
}
