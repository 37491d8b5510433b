using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using LatentWalk.Core.Errors;
using Xunit;

namespace LatentWalk.Data.Tests;

public sealed class ZipPicturesTests
{
    [Fact]
    public void Files_are_listed_in_order_and_read_whole_from_several_threads()
    {
        using var folder = new TemporaryFolder();
        string path = Zip(folder, Enumerable.Range(0, 40).Select(i => ($"d/{39 - i:00}.png", Noise(39 - i))));
        using var files = PictureFiles.Open(path);

        var names = files.Enumerate().ToList();

        Assert.Equal(Enumerable.Range(0, 40).Select(i => $"d/{i:00}.png"), names.Select(name => name.Name));
        Parallel.For(0, 40, i => Assert.Equal(Noise(i), files.Read(names[i], 5000)));
        Assert.Contains("the file has 2007 bytes; at most 2006 are read", Refusal(files, names[7], 2006), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_that_lead_out_doubles_links_and_bombs_are_refused_and_the_rest_stays()
    {
        using var folder = new TemporaryFolder();
        string path = folder["a.zip"];
        using (var zip = ZipFile.Open(path, ZipArchiveMode.Create))
        {
            foreach (string name in new[] { "good.png", "../out.png", "a/../../b.png", "/root.png", "C:\\x.png", "..\\back.png", "twice.png", "twice.png", "bell\a.png", "empty-folder/" })
            {
                Put(zip, name, Noise(name.Length));
            }

            Put(zip, "bomb.png", new byte[20_000_000]);
            Put(zip, "link.png", "/etc/passwd"u8.ToArray()).ExternalAttributes = unchecked((int)0xA1FF0000);
        }

        using var files = PictureFiles.Open(path);
        var names = files.Enumerate().ToLookup(name => name.Name);

        Assert.Equal(Noise(8), files.Read(names["good.png"].Single(), 5000));
        Assert.Single(names["twice.png"], name => name.Problem is null);
        foreach (var (name, why) in new[]
        {
            ("../out.png", "its name leads out of the zip"), ("a/../../b.png", "its name leads out of the zip"), ("../back.png", "its name leads out of the zip"),
            ("/root.png", "its name begins at the root of a disk"), ("C:/x.png", "its name begins at the root of a disk"),
            ("twice.png", "the zip has another file of the same name before it"), ("bell\a.png", "its name has control characters"), ("link.png", "it is a link"),
        })
        {
            var refused = names[name].Single(entry => entry.Problem is not null);
            Assert.Equal($"cannot use '{name}' of '{path}': {why}. Leave it out, or replace it.", refused.Problem);
            Assert.Equal(refused.Problem, Refusal(files, refused, 5000));
        }

        Assert.Contains("to 20000000, as a bomb does", Refusal(files, names["bomb.png"].Single(), long.MaxValue), StringComparison.Ordinal);
        Assert.Equal(11, names.Sum(group => group.Count()));
    }

    [Fact]
    public void A_wrong_CRC_or_size_is_noticed()
    {
        using var folder = new TemporaryFolder();
        string path = Zip(folder, [("stored.png", Noise(1)), ("small.png", new byte[3000])]);
        byte[] whole = File.ReadAllBytes(path);
        foreach (int change in new[] { 16, 24 })
        {
            // CRC and size of both files in the central directory.
            byte[] damaged = [.. whole];
            foreach (int at in Centrals(whole))
            {
                BinaryPrimitives.WriteInt32LittleEndian(damaged.AsSpan(at + change), BinaryPrimitives.ReadInt32LittleEndian(damaged.AsSpan(at + change)) - 1);
            }

            using var files = PictureFiles.Open(folder.Put("b.zip", damaged));

            Assert.All(files.Enumerate(), name => Refusal(files, name, 5000));
        }
    }

    [Fact]
    public void Entries_that_share_their_bytes_are_refused_as_a_bomb()
    {
        using var folder = new TemporaryFolder();
        byte[] whole = File.ReadAllBytes(Zip(folder, [("a.png", Noise(1)), ("b.png", Noise(2)), ("c.png", Noise(3))]));
        int[] centrals = [.. Centrals(whole)];
        foreach (int at in centrals[1..])
        {
            whole.AsSpan(centrals[0] + 16, 12).CopyTo(whole.AsSpan(at + 16));
            BinaryPrimitives.WriteInt32LittleEndian(whole.AsSpan(at + 20), 2_000_000);
            BinaryPrimitives.WriteInt32LittleEndian(whole.AsSpan(at + 42), 0);
        }

        var error = Assert.Throws<BadDataException>(() => PictureFiles.Open(folder.Put("b.zip", whole)));

        Assert.Contains("they overlap, as in a bomb", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_zip_never_gives_a_wrong_file_and_never_crashes()
    {
        using var folder = new TemporaryFolder();
        byte[] whole = File.ReadAllBytes(Zip(folder, [("a.png", new byte[300]), ("b.png", Noise(-1900))]));
        for (int at = 4; at < whole.Length; at++)
        {
            foreach (bool cut in new[] { true, false })
            {
                byte[] damaged = cut ? whole[..at] : [.. whole];
                if (!cut)
                {
                    damaged[at] ^= 0x55;
                }

                try
                {
                    using var files = PictureFiles.Open(folder.Put("b.zip", damaged));
                    foreach (var name in files.Enumerate())
                    {
                        byte[] content = files.Read(name, 10_000);
                        Assert.True(content.SequenceEqual(new byte[300]) || content.SequenceEqual(Noise(-1900)), $"byte {at}, {name}");
                    }
                }
                catch (BadDataException error)
                {
                    Assert.Contains(folder.Path, error.Message, StringComparison.Ordinal);
                }
            }
        }
    }

    private static string Refusal(IPictureFiles files, PictureFileName name, long maxBytes) =>
        Assert.Throws<BadDataException>(() => files.Read(name, maxBytes)).Message;

    private static string Zip(TemporaryFolder folder, IEnumerable<(string Name, byte[] Content)> files)
    {
        using var zip = ZipFile.Open(folder["a.zip"], ZipArchiveMode.Create);
        foreach (var (name, content) in files)
        {
            Put(zip, name, content);
        }

        return folder["a.zip"];
    }

    private static ZipArchiveEntry Put(ZipArchive zip, string name, byte[] content)
    {
        var entry = zip.CreateEntry(name);
        using var stream = entry.Open();
        stream.Write(content);
        return entry;
    }

    private static IEnumerable<int> Centrals(byte[] zip)
    {
        for (int at = 0; at + 46 < zip.Length; at++)
        {
            if (Encoding.Latin1.GetString(zip, at, 4) == "PK\x01\x02")
            {
                yield return at;
            }
        }
    }

    private static byte[] Noise(int seed)
    {
        var bytes = new byte[2000 + seed];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }
}
