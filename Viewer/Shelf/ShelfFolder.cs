using System.Text.Json;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Files;
using LatentWalk.Imaging;
using LatentWalk.Viewer.Graphics;
using LatentWalk.Walking;

namespace LatentWalk.Viewer.Shelf;

/// <summary>
/// The shelf on the disk: a folder of PNGs that carry their latents, and shelf.json for their order, names and bookmarks.
/// Every change reads both first, so several viewers add up; what is in only one of them is put right. Removed faces lie
/// in a folder inside. On any thread, one after the other.
/// </summary>
internal sealed class ShelfFolder(string folder)
{
    public const string ListName = "shelf.json";
    public const string RemovedName = "removed";

    private const string PictureEnding = ".png";
    private const long LargestList = 16 << 20;
    private const int LongestName = 200;

    private readonly Lock gate = new();
    private readonly Dictionary<string, (DateTime Changed, long Length, ShelfItem? Item)> known = [];

    public string Path => folder;

    public string PathOf(ShelfItem item) => System.IO.Path.Combine(folder, item.File);

    /// <summary>What is there, in order; nothing for a folder that is not there. Writes nothing.</summary>
    public IReadOnlyList<ShelfItem> Read()
    {
        lock (gate)
        {
            return Directory.Exists(folder) ? ReadAll(out _) : [];
        }
    }

    /// <summary>Puts a face at the end.</summary>
    /// <returns>The shelf with it.</returns>
    /// <exception cref="DiskException">It is not on the disk.</exception>
    public IReadOnlyList<ShelfItem> Keep(KeptPicture picture) => Change(items =>
    {
        string file = FreeName(folder, picture.FileName);
        PngFile.Write(System.IO.Path.Combine(folder, file), picture.Rgba, picture.Width, picture.Height, picture.Latent);
        if (Load(file) is { } item)
        {
            Add(items, item with { Name = picture.Name, Generator = picture.Generator }, picture.Bookmark);
        }
    });

    /// <summary>Puts copies of saved pictures at the end; one that is there already is not put there twice.</summary>
    public IReadOnlyList<ShelfItem> Import(IReadOnlyList<string> files, string generator) => Change(items =>
    {
        foreach (string path in files)
        {
            string? text = PngFile.ReadLatent(path) is { } latent ? PictureLatentJson.Serialize(latent) : null;
            if (text is null || items.Exists(item => PictureLatentJson.Serialize(item.Latent) == text))
            {
                continue;
            }

            byte[] bytes = ReadBytes(path);
            string file = FreeName(folder, System.IO.Path.GetFileNameWithoutExtension(path));
            AtomicFile.Write(System.IO.Path.Combine(folder, file), stream => stream.Write(bytes));
            if (Load(file) is { } item)
            {
                Add(items, item with { Generator = generator }, null);
            }
        }
    });

    /// <summary>Takes a face from the shelf; its picture goes into the folder of removed ones.</summary>
    /// <param name="removed">Its name there.</param>
    public IReadOnlyList<ShelfItem> Remove(ShelfItem item, out string removed)
    {
        string name = item.File;
        IReadOnlyList<ShelfItem> left = Change(items =>
        {
            string bin = System.IO.Path.Combine(folder, RemovedName);
            name = Move(folder, item.File, bin);
            items.RemoveAll(other => other.File == item.File);
        });
        removed = name;
        return left;
    }

    /// <summary>Puts a removed face back where it was.</summary>
    /// <param name="name">Of its picture among the removed ones.</param>
    /// <param name="item">As it was.</param>
    public IReadOnlyList<ShelfItem> PutBack(string name, ShelfItem item, int index) => Change(items =>
    {
        string file = Move(System.IO.Path.Combine(folder, RemovedName), name, folder);
        if (Load(file) is { } back)
        {
            Add(items, back with { Name = item.Name, Generator = item.Generator }, item.Bookmark, index);
        }
    });

    /// <summary>Gives a number to a face; whichever of the same generator had it before has none.</summary>
    public IReadOnlyList<ShelfItem> Mark(ShelfItem item, int? bookmark) => Change(items =>
    {
        int index = items.FindIndex(other => other.File == item.File);
        if (index >= 0)
        {
            ShelfItem marked = items[index];
            items.RemoveAt(index);
            Add(items, marked with { Bookmark = null }, bookmark, index);
        }
    });

    private static void Add(List<ShelfItem> items, ShelfItem item, int? bookmark, int? at = null)
    {
        for (int i = 0; i < items.Count && bookmark is not null; i++)
        {
            if (items[i].Bookmark == bookmark && items[i].Latent.Model == item.Latent.Model)
            {
                items[i] = items[i] with { Bookmark = null };
            }
        }

        items.RemoveAll(other => other.File == item.File);
        items.Insert(Math.Clamp(at ?? items.Count, 0, items.Count), item with { Bookmark = bookmark });
    }

    private List<ShelfItem> Change(Action<List<ShelfItem>> change)
    {
        lock (gate)
        {
            using FileStream held = ShelfLock.Take(folder);
            List<ShelfItem> items = ReadAll(out string? damaged);
            if (damaged is not null)
            {
                SetAside(damaged);
            }

            try
            {
                change(items);
            }
            catch (Exception error) when (DiskErrors.IsDiskError(error))
            {
                throw DiskErrors.Wrap("change the shelf in", folder, error);
            }

            WriteList(items);
            return items;
        }
    }

    private void WriteList(List<ShelfItem> items)
    {
        ShelfDocument document = new()
        {
            Version = ShelfDocument.CurrentVersion,
            Items = [.. items.Select(item => new ShelfEntry { File = item.File, Name = item.Name, Generator = item.Generator, Bookmark = item.Bookmark })],
        };
        AtomicFile.WriteText(System.IO.Path.Combine(folder, ListName), JsonSerializer.Serialize(document, ShelfJsonContext.Default.ShelfDocument));
    }

    // The list's order first, then what lies there and is not in the list, oldest first.
    private List<ShelfItem> ReadAll(out string? damaged)
    {
        List<ShelfItem> items = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (ShelfEntry entry in ReadList(out damaged))
        {
            if (seen.Add(entry.File) && Load(entry.File) is { } item)
            {
                bool free = entry.Bookmark is >= 1 and <= 9
                    && !items.Exists(other => other.Bookmark == entry.Bookmark && other.Latent.Model == item.Latent.Model);
                items.Add(item with { Name = Short(entry.Name), Generator = Short(entry.Generator), Bookmark = free ? entry.Bookmark : null });
            }
        }

        List<string> others = [.. Directory.EnumerateFiles(folder, "*" + PictureEnding)
            .OrderBy(File.GetLastWriteTimeUtc)
            .ThenBy(path => path, StringComparer.Ordinal)
            .Select(path => System.IO.Path.GetFileName(path))
            .Where(seen.Add)];
        items.AddRange(others.Select(Load).OfType<ShelfItem>());
        return items;
    }

    private ShelfEntry[] ReadList(out string? damaged)
    {
        damaged = null;
        string path = System.IO.Path.Combine(folder, ListName);
        try
        {
            if (!File.Exists(path))
            {
                return [];
            }

            ShelfDocument? document = new FileInfo(path).Length <= LargestList
                ? StrictJson.TryParse(File.ReadAllText(path), ShelfJsonContext.Default.ShelfDocument, out _)
                : null;
            if (document?.Version == ShelfDocument.CurrentVersion && document.Items.All(IsPlain))
            {
                return document.Items;
            }
        }
        catch (Exception error) when (DiskErrors.IsDiskError(error))
        {
            // Unreadable is as good as damaged: the pictures are the truth.
        }

        damaged = path;
        return [];
    }

    // A name inside the folder, and nothing that leads out of it.
    private static bool IsPlain(ShelfEntry entry) =>
        entry.File.EndsWith(PictureEnding, StringComparison.OrdinalIgnoreCase)
        && entry.File.IndexOfAny(['/', '\\', '\0', ':']) < 0;

    private static void SetAside(string path)
    {
        try
        {
            File.Move(path, path + ".damaged", overwrite: true);
        }
        catch (Exception error) when (DiskErrors.IsDiskError(error))
        {
            // It is written anew in any case.
        }
    }

    // Null for a picture that is gone, damaged or none of ours. Unchanged files are not read again.
    private ShelfItem? Load(string file)
    {
        FileInfo info = new(System.IO.Path.Combine(folder, file));
        if (!info.Exists)
        {
            known.Remove(file);
            return null;
        }

        if (known.TryGetValue(file, out var entry) && entry.Changed == info.LastWriteTimeUtc && entry.Length == info.Length)
        {
            return entry.Item;
        }

        ShelfItem? item = null;
        try
        {
            item = Decode(info.FullName, file);
        }
        catch (BadDataException)
        {
            // Somebody else's or damaged: it stays where it is, off the shelf.
        }

        known[file] = (info.LastWriteTimeUtc, info.Length, item);
        return item;
    }

    private static ShelfItem? Decode(string path, string file)
    {
        if (PngFile.ReadLatent(path) is not { } latent)
        {
            return null;
        }

        (byte[] rgba, int width, int height) = PngFile.Read(path);
        byte[] thumbnail = new byte[ThumbnailAtlas.Side * ThumbnailAtlas.Side * 4];
        ThumbnailAtlas.Reduce(rgba, width, height, thumbnail);

        // Without numbers of its own only the seed is known, and the generator that says how many it stands for.
        Waypoint place = new(latent.Z ?? [], latent.Seed);
        string name = System.IO.Path.GetFileNameWithoutExtension(file);
        return new ShelfItem(file, Short(name), $"generator {latent.Model[..8]}…", null, latent, place, thumbnail);
    }

    private static string Short(string text) => text.Length <= LongestName ? text : text[..LongestName];

    private static byte[] ReadBytes(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception error) when (DiskErrors.IsDiskError(error))
        {
            throw DiskErrors.Wrap("read", path, error);
        }
    }

    private static string FreeName(string folder, string wished)
    {
        string name = wished + PictureEnding;
        for (int i = 2; File.Exists(System.IO.Path.Combine(folder, name)); i++)
        {
            name = $"{wished}-{i}{PictureEnding}";
        }

        return name;
    }

    private static string Move(string from, string file, string to)
    {
        string target = FreeName(MadeFolder(to), System.IO.Path.GetFileNameWithoutExtension(file));
        string source = System.IO.Path.Combine(from, file);
        if (File.Exists(source))
        {
            File.Move(source, System.IO.Path.Combine(to, target));
            Fsync.Directory(to);
            Fsync.Directory(from);
        }

        return target;
    }

    private static string MadeFolder(string path)
    {
        Directory.CreateDirectory(path);
        return path;
    }
}
