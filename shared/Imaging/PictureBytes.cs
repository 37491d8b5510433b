using LatentWalk.Core.Errors;
using LatentWalk.Imaging.Headers;

namespace LatentWalk.Imaging;

/// <summary>A picture file in memory, checked from outside before anything decodes it.</summary>
internal static class PictureBytes
{
    public const string NextStep = "Replace the file, or leave it out.";

    public static BadDataException Refuse(string path, string reason, Exception? inner = null) =>
        new($"cannot use the picture '{path}': {reason}. {NextStep}", inner);

    /// <exception cref="BadDataException">The file cannot be opened, is no picture, is not whole or asks for too much.</exception>
    public static byte[] Read(string path, out PictureHeader header)
    {
        byte[] file = ReadFile(path);
        header = Check(file, path);
        return file;
    }

    /// <summary>The structure, and the pixels of a PNG; whoever decodes a plain one row by row leaves them out, for that checks them anyhow.</summary>
    /// <exception cref="BadDataException">It is no picture, is not whole or asks for too much.</exception>
    public static PictureHeader Check(ReadOnlySpan<byte> file, string path, bool pixels = true)
    {
        string? problem = PictureHeader.Check(file, out PictureHeader header)
            ?? (pixels && header.Format == PictureFormat.Png ? PngPixelData.Check(file, header) : null);
        return problem is null ? header : throw Refuse(path, problem);
    }

    public static byte[] ReadFile(string path)
    {
        try
        {
            using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0);
            if (stream.Length > PictureLimits.FileBytes)
            {
                throw Refuse(path, $"the file has {stream.Length} bytes; at most {PictureLimits.FileBytes} are read");
            }

            byte[] file = GC.AllocateUninitializedArray<byte>((int)stream.Length);
            stream.ReadExactly(file);
            return file;
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new BadDataException($"there is no picture '{path}'. Check the path.", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new BadDataException($"cannot read the picture '{path}': {error.Message.TrimEnd('.')}. Check that you may read the file.", error);
        }
    }
}
