using LatentWalk.Core.Errors;

namespace LatentWalk.Data;

/// <summary>A file's first bytes, by which kinds of file are told apart.</summary>
public static class FileHead
{
    /// <summary>Enough for every kind that is known.</summary>
    public const int Bytes = 16;

    /// <returns>The part of <paramref name="head"/> that the file fills.</returns>
    /// <exception cref="BadDataException">It cannot be read.</exception>
    public static Span<byte> Read(string path, Span<byte> head)
    {
        try
        {
            // Pipes and devices have no length; opening a pipe would wait for ever.
            if (new FileInfo(path).Length == 0)
            {
                return [];
            }

            using var file = File.OpenRead(path);
            return head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new BadDataException($"'{path}' cannot be read: {error.Message.TrimEnd('.')}. Check that you may read it.", error);
        }
    }
}
