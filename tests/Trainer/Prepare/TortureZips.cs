using System.Buffers.Binary;
using System.IO.Compression;

namespace LatentWalk.Trainer.Tests.Prepare;

/// <summary>Zips that lie, each with some good pictures in it, and some that cannot be read at all.</summary>
internal sealed class TortureZips
{
    private const int GoodInEach = 3;

    private readonly string _folder;

    public TortureZips(string folder)
    {
        _folder = folder;
        Names();
        Duplicates();
        Bomb();
        BadCrc();
        LyingSize();
        Link();
        byte[] whole = File.ReadAllBytes(Make("whole", archive => { }, out _));
        File.Delete(Path.Combine(folder, "whole.zip"));
        Hopelessly("cut", whole.AsSpan(0, whole.Length / 2));
        Hopelessly("no-directory", whole.AsSpan(0, whole.Length - 22));
        Hopelessly("head-only", whole.AsSpan(0, 30));
        Hopelessly("text", "PK\x03\x04 this is no zip"u8);
        byte[] entries = (byte[])whole.Clone();
        BinaryPrimitives.WriteUInt32LittleEndian(entries.AsSpan(entries.Length - 6), uint.MaxValue);
        Hopelessly("directory-elsewhere", entries);
        Hopelessly("empty", [.. "PK\x05\x06"u8, .. new byte[18]]);
    }

    /// <summary>Path, names that must be kept, number of entries that must be refused.</summary>
    public List<(string Path, IReadOnlyList<string> Good, int Bad)> Mixed { get; } = [];

    public List<string> Hopeless { get; } = [];

    private static void Add(ZipArchive archive, string name, ReadOnlySpan<byte> content, CompressionLevel level = CompressionLevel.Fastest)
    {
        using Stream stream = archive.CreateEntry(name, level).Open();
        stream.Write(content);
    }

    private string Make(string name, Action<ZipArchive> bad, out IReadOnlyList<string> good)
    {
        string path = Path.Combine(_folder, name + ".zip");
        using var archive = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        string[] names = [.. Enumerable.Range(0, GoodInEach).Select(i => $"pictures/good-{i}.png")];
        for (int i = 0; i < names.Length; i++)
        {
            Add(archive, names[i], Painted.Png(400 + i));
        }

        bad(archive);
        good = names;
        return path;
    }

    private void Mix(string name, int bad, Action<ZipArchive> add)
    {
        string path = Make(name, add, out IReadOnlyList<string> good);
        Mixed.Add((path, good, bad));
    }

    private void Names()
    {
        string[] names =
        [
            "../escaped.png", "../../escaped.png", "pictures/../../escaped.png", "/escaped.png", "C:\\escaped.png", "..\\escaped.png", "a/./b.png", "nul\u0001.png", "a/../b.png",
        ];
        Mix("names", names.Length, archive =>
        {
            foreach (string name in names)
            {
                Add(archive, name, Painted.Png(500));
            }
        });
    }

    private void Duplicates() => Mix("duplicates", 2, archive =>
    {
        Add(archive, "pictures/good-0.png", Painted.Png(501));
        Add(archive, "pictures\\good-1.png", Painted.Png(502));
    });

    private void Bomb() => Mix("bomb", 2, archive =>
    {
        byte[] zeros = new byte[64 * 1024 * 1024];
        using (Stream stream = archive.CreateEntry("bomb.png", CompressionLevel.SmallestSize).Open())
        {
            for (int i = 0; i < 16; i++)
            {
                stream.Write(zeros);
            }
        }

        Add(archive, "small-bomb.png", zeros, CompressionLevel.SmallestSize);
    });

    private void BadCrc() => Patch("bad-crc", "bad.png", (local, central, bytes) => bytes[central + 16] ^= 0x5A);

    private void LyingSize() => Patch("lying-size", "bad.png", (local, central, bytes) => BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(central + 24), 500));

    private void Link() => Patch("link", "bad.png", (local, central, bytes) =>
    {
        bytes[central + 5] = 3;
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(central + 38), 0xA1FF0000);
    });

    // Changes one entry's record in the directory at the end.
    private void Patch(string name, string entry, Action<int, int, byte[]> change)
    {
        string path = Make(name, archive => Add(archive, entry, Painted.Png(503)), out IReadOnlyList<string> good);
        byte[] bytes = File.ReadAllBytes(path);
        byte[] wanted = System.Text.Encoding.ASCII.GetBytes(entry);
        int central = bytes.AsSpan().LastIndexOf(wanted) - 46;
        change(bytes.AsSpan().IndexOf(wanted) - 30, central, bytes);
        File.WriteAllBytes(path, bytes);
        Mixed.Add((path, good, 1));
    }

    private void Hopelessly(string name, ReadOnlySpan<byte> content)
    {
        string path = Path.Combine(_folder, name + ".zip");
        File.WriteAllBytes(path, content);
        Hopeless.Add(path);
    }
}
