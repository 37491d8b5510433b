using LatentWalk.Core.Errors;

namespace LatentWalk.Data;

/// <summary>The files of a folder or of a zip, seen the same way. Nothing is ever written, and nothing outside is read. Any thread.</summary>
public interface IPictureFiles : IDisposable
{
    /// <summary>The folder's or the zip's path, as given.</summary>
    string Path { get; }

    /// <summary>
    /// Every file at any depth, in ordinal order of the names, whatever its ending. Those that must not be opened (links out of
    /// the folder, names that lead out of a zip, bombs, folders that cannot be listed…) are among them, with their problem.
    /// </summary>
    /// <exception cref="BadDataException">The folder is gone.</exception>
    IEnumerable<PictureFileName> Enumerate();

    /// <summary>A file's bytes, whole and, from a zip, checked against its CRC.</summary>
    /// <param name="name">From <see cref="Enumerate"/>.</param>
    /// <param name="maxBytes">A larger file is refused before anything of it is read.</param>
    /// <exception cref="BadDataException">It cannot be read, is larger, or must not be opened; the message names it and says why.</exception>
    byte[] Read(PictureFileName name, long maxBytes);
}
