using LatentWalk.Core.Errors;

namespace LatentWalk.Data;

/// <summary>Opens what a user names as pictures.</summary>
public static class PictureFiles
{
    private const string NextStep = "Leave it out, or replace it.";

    /// <summary>A folder, or a file that begins as a zip does.</summary>
    /// <exception cref="BadDataException">It is neither.</exception>
    public static IPictureFiles Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (Directory.Exists(path))
        {
            return new FolderPictures(path);
        }

        if (!File.Exists(path))
        {
            throw new BadDataException($"there is no folder and no zip of pictures at '{path}'. Check the path.");
        }

        Span<byte> head = stackalloc byte[FileHead.Bytes];
        head = FileHead.Read(path, head);
        return ZipPictures.Recognises(head)
            ? new ZipPictures(path)
            : throw new BadDataException($"'{path}' is neither a folder nor a zip of pictures. Expected one of those.");
    }

    /// <summary>Whether a file begins as a zip does, whatever its name.</summary>
    public static bool IsZip(ReadOnlySpan<byte> head) => ZipPictures.Recognises(head);

    internal static BadDataException Refuse(string name, string container, string reason, Exception? inner = null) =>
        new(Problem(name, container, reason), inner);

    internal static string Problem(string name, string container, string reason) => $"cannot use '{name}' of '{container}': {reason}. {NextStep}";
}
