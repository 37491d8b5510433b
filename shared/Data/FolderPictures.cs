using LatentWalk.Core.Errors;

namespace LatentWalk.Data;

/// <summary>
/// A folder with its subfolders. Links to folders are not followed, so no loop is walked; a link to a file counts as long as
/// it stays inside and leads through no other link.
/// </summary>
internal sealed class FolderPictures(string folder) : IPictureFiles
{
    private readonly string _root = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(folder));

    public string Path { get; } = folder;

    public IEnumerable<PictureFileName> Enumerate()
    {
        if (!Directory.Exists(_root))
        {
            throw new BadDataException($"there is no folder of pictures at '{Path}'. Check the path.");
        }

        var found = new List<PictureFileName>();
        var open = new Stack<DirectoryInfo>([new DirectoryInfo(_root)]);
        while (open.TryPop(out var inside))
        {
            try
            {
                foreach (var entry in inside.EnumerateFileSystemInfos())
                {
                    if (entry is DirectoryInfo child && !IsLink(entry))
                    {
                        open.Push(child);
                    }
                    else
                    {
                        found.Add(Describe(entry));
                    }
                }
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                string name = NameOf(inside.FullName);
                found.Add(new PictureFileName(name, 0, PictureFiles.Problem(name, Path, $"the folder cannot be listed: {error.Message.TrimEnd('.')}")));
            }
        }

        found.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        return found;
    }

    public byte[] Read(PictureFileName name, long maxBytes)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Problem is not null)
        {
            throw new BadDataException(name.Problem);
        }

        string path = System.IO.Path.GetFullPath(System.IO.Path.Combine(_root, name.Name));
        if (!path.StartsWith(_root + System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw Refuse(name, "its name leads out of the folder");
        }

        try
        {
            // Pipes, devices and sockets have no length; opening a pipe would wait for ever.
            if (new FileInfo(path).Length == 0 && File.Exists(path))
            {
                throw Refuse(name, "the file is empty, or no ordinary file");
            }

            using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            long bytes = RandomAccess.GetLength(file);
            if (bytes > maxBytes || bytes > Array.MaxLength)
            {
                throw Refuse(name, $"the file has {bytes} bytes; at most {maxBytes} are read");
            }

            byte[] content = GC.AllocateUninitializedArray<byte>((int)bytes);
            return PackedSet.ReadExactly(file, content, 0) ? content : throw Refuse(name, "it became shorter while it was being read");
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Refuse(name, "it is not there any more", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw Refuse(name, error.Message.TrimEnd('.'), error);
        }
    }

    public void Dispose()
    {
    }

    private static bool IsLink(FileSystemInfo entry) => (entry.Attributes & FileAttributes.ReparsePoint) != 0;

    private BadDataException Refuse(PictureFileName name, string reason, Exception? inner = null) => PictureFiles.Refuse(name.Name, Path, reason, inner);

    private string NameOf(string full) => System.IO.Path.GetRelativePath(_root, full).Replace(System.IO.Path.DirectorySeparatorChar, '/');

    private PictureFileName Describe(FileSystemInfo entry)
    {
        string name = NameOf(entry.FullName);
        try
        {
            string? problem = IsLink(entry) ? LinkProblem(entry) : null;
            return new PictureFileName(name, problem is null ? new FileInfo(entry.FullName).Length : 0, problem is null ? null : PictureFiles.Problem(name, Path, problem));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new PictureFileName(name, 0, PictureFiles.Problem(name, Path, error.Message.TrimEnd('.')));
        }
    }

    private string? LinkProblem(FileSystemInfo link)
    {
        if (link is DirectoryInfo)
        {
            return "it is a link to a folder, and those are not followed";
        }

        FileSystemInfo? target;
        try
        {
            target = link.ResolveLinkTarget(returnFinalTarget: true);
        }
        catch (IOException)
        {
            return "it is a link that leads back to itself";
        }

        if (target is null || !target.Exists)
        {
            return "it is a link to nothing";
        }

        if (!target.FullName.StartsWith(_root + System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            return "it is a link out of the folder";
        }

        // A folder on the way that is a link itself may lead anywhere.
        for (var parent = Directory.GetParent(target.FullName); parent is not null && parent.FullName.Length > _root.Length; parent = parent.Parent)
        {
            if (IsLink(parent))
            {
                return "it is a link through another link";
            }
        }

        return null;
    }
}
