using System.Buffers.Binary;
using System.Security.Cryptography;
using LatentWalk.Core.Errors;
using LatentWalk.Tests.Counting;
using Xunit;

namespace LatentWalk.Data.Tests;

public sealed class PackedSetTests
{
    [Theory]
    [InlineData(3, 1)]
    [InlineData(3, 7)]
    [InlineData(4, 2500)]
    public void What_was_packed_comes_back(int channels, int count)
    {
        using var folder = new TemporaryFolder();
        var summary = TinySet.Write(folder["a.lwset"], count, channels);

        using var set = PackedSet.Open(folder["a.lwset"]);

        Assert.Equal((count, TinySet.Size, channels), (set.Count, set.Size, set.Channels));
        Assert.Equal(["a.lwset"], folder.Names);
        Assert.Equal(new FileInfo(folder["a.lwset"]).Length, summary.FileBytes);
        Assert.Equal(summary.Fingerprint, set.Fingerprint);
        Assert.Equal(summary.Classes, set.Classes);
        Assert.Equal(TinySet.Classes, set.Classes.Select(c => c.Name));
        Assert.Equal(Enumerable.Range(0, count).Count(i => i % 3 == 2), set.Classes[1].Count);
        var pixels = new byte[set.PictureBytes];
        for (int i = 0; i < count; i++)
        {
            Assert.Equal(TinySet.Pixels(i, channels), set[i].ToArray());
            Assert.True(set.TryRead(i, pixels));
            Assert.Equal(TinySet.Pixels(i, channels), pixels);
            Assert.Equal(TinySet.Entry(i), set.Entry(i));
            Assert.Equal(TinySet.Entry(i).Class, set.ClassOf(i));
            Assert.True(set.Verify(i));
        }
    }

    [Fact]
    public void The_same_pictures_make_the_same_file_and_its_fingerprint_is_that_of_the_pixels()
    {
        using var folder = new TemporaryFolder();
        TinySet.Write(folder["a.lwset"], 5);
        string fingerprint = TinySet.Write(folder["b.lwset"], 5).Fingerprint;

        var start = new byte[12];
        BinaryPrimitives.WriteInt32LittleEndian(start, TinySet.Size);
        BinaryPrimitives.WriteInt64LittleEndian(start.AsSpan(4), 5);
        Assert.Equal(File.ReadAllBytes(folder["a.lwset"]), File.ReadAllBytes(folder["b.lwset"]));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData([.. start, .. Enumerable.Range(0, 5).SelectMany(i => TinySet.Pixels(i))])), fingerprint);
    }

    [Fact]
    public void Every_flipped_byte_is_noticed_in_the_picture_it_belongs_to_or_when_opening()
    {
        using var folder = new TemporaryFolder();
        const int count = 3;
        TinySet.Write(folder["a.lwset"], count);
        byte[] whole = File.ReadAllBytes(folder["a.lwset"]);
        int pictureBytes = TinySet.Size * TinySet.Size * 3;
        int pictures = PackedSetFormat.HeaderBytes;
        for (int at = 0; at < whole.Length; at++)
        {
            byte[] damaged = [.. whole];
            damaged[at] ^= (byte)(1 << (at % 8));
            string path = folder.Put("b.lwset", damaged);
            if (at >= pictures && at < pictures + (count * pictureBytes))
            {
                using var set = PackedSet.Open(path);
                Assert.Equal(Enumerable.Range(0, count).Where(i => i != (at - pictures) / pictureBytes), Enumerable.Range(0, count).Where(set.Verify));
            }
            else
            {
                var error = Assert.Throws<BadDataException>(() => PackedSet.Open(path));
                Assert.StartsWith($"'{path}' is not a usable picture set: ", error.Message, StringComparison.Ordinal);
                Assert.EndsWith("make it again with lw prepare.", error.Message, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void A_file_of_any_other_length_is_refused()
    {
        using var folder = new TemporaryFolder();
        TinySet.Write(folder["a.lwset"], 2);
        byte[] whole = File.ReadAllBytes(folder["a.lwset"]);
        for (int length = 0; length < whole.Length; length++)
        {
            string path = folder.Put("b.lwset", whole.AsSpan(0, length));
            Assert.Throws<BadDataException>(() => PackedSet.Open(path));
        }

        string longer = folder.Put("c.lwset", [.. whole, 0]);
        var error = Assert.Throws<BadDataException>(() => PackedSet.Open(longer));
        Assert.Contains($"the file has {whole.Length + 1} bytes; its header of 2 pictures of 6×6×3 expects {whole.Length}", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(12, int.MaxValue)]
    [InlineData(12, 0)]
    [InlineData(12, -1)]
    [InlineData(12, 4096)]
    [InlineData(16, 1)]
    [InlineData(16, int.MinValue)]
    [InlineData(20, 65_536)]
    [InlineData(20, int.MaxValue)]
    [InlineData(24, int.MaxValue)]
    [InlineData(24, 500_000_000)]
    [InlineData(28, int.MaxValue)]
    [InlineData(32, 0)]
    [InlineData(36, int.MaxValue)]
    [InlineData(40, 0)]
    [InlineData(44, 0x7FFFFFFF)]
    public void A_header_that_lies_with_a_right_hash_is_refused_in_little_memory(int at, int value)
    {
        using var folder = new TemporaryFolder();
        TinySet.Write(folder["a.lwset"], 3);
        byte[] file = File.ReadAllBytes(folder["a.lwset"]);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(at), value);
        SHA256.HashData(file.AsSpan(0, 4064), file.AsSpan(4064));
        string path = folder.Put("b.lwset", file);
        long before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Throws<BadDataException>(() => PackedSet.Open(path));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    [Theory]
    [InlineData(0, 99)]
    [InlineData(8, 2)]
    [InlineData(8, -2)]
    [InlineData(12, 2)]
    [InlineData(20, 1)]
    public void A_record_that_lies_with_a_right_hash_is_refused(int at, int value)
    {
        using var folder = new TemporaryFolder();
        TinySet.Write(folder["a.lwset"], 3);
        byte[] file = File.ReadAllBytes(folder["a.lwset"]);
        int records = 4096 + (3 * TinySet.Size * TinySet.Size * 3);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(records + EntryRecord.Bytes + at), value);
        SHA256.HashData(file.AsSpan(records), file.AsSpan(80));
        SHA256.HashData(file.AsSpan(0, 4064), file.AsSpan(4064));

        var error = Assert.Throws<BadDataException>(() => PackedSet.Open(folder.Put("b.lwset", file)));

        Assert.Contains("the record of picture 1 makes no sense", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_set_that_is_cut_while_it_is_open_gives_no_picture_and_no_crash()
    {
        using var folder = new TemporaryFolder();
        TinySet.Write(folder["a.lwset"], 100);
        using var set = PackedSet.Open(folder["a.lwset"]);
        using (var file = new FileStream(folder["a.lwset"], FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete))
        {
            file.SetLength(4096 + (2 * set.PictureBytes));
        }

        Assert.False(set.Verify(1));
        Assert.False(set.Verify(50));
        Assert.Equal(-1, set.ClassOf(2));
        Assert.Throws<BadDataException>(() => set.Entry(2));
    }

    [Fact]
    public void Opening_takes_no_memory_for_each_picture()
    {
        using var folder = new TemporaryFolder();
        TinySet.Write(folder["a.lwset"], 100);
        TinySet.Write(folder["b.lwset"], 20_000);

        long few = Allocated.By(() => PackedSet.Open(folder["a.lwset"]).Dispose());
        long many = Allocated.By(() => PackedSet.Open(folder["b.lwset"]).Dispose());

        Assert.InRange(many - few, -4096, 4096);
    }

    [Fact]
    public void Reading_pictures_allocates_nothing()
    {
        using var folder = new TemporaryFolder();
        TinySet.Write(folder["a.lwset"], 10);
        using var set = PackedSet.Open(folder["a.lwset"]);
        var pixels = new byte[set.PictureBytes];
        Assert.Equal(0, Allocated.By(() =>
        {
            for (int i = 0; i < 100; i++)
            {
                set.TryRead(i % 10, pixels);
                set.ClassOf(i % 10);
            }
        }));
    }

    [Fact]
    public void What_is_no_set_is_refused_by_name()
    {
        using var folder = new TemporaryFolder();
        string text = folder.Put("a.lwset", "hello"u8);

        Assert.Equal(
            $"'{text}' is not a usable picture set: it does not begin as a set does. It is damaged, was cut short or was not written by Latent Walk; make it again with lw prepare.",
            Assert.Throws<BadDataException>(() => PackedSet.Open(text)).Message);
        Assert.Equal($"'{folder.Path}' is a folder; expected a picture set (.lwset).", Assert.Throws<BadDataException>(() => PackedSet.Open(folder.Path)).Message);
        Assert.Equal(
            $"there is no picture set '{folder["b"]}'. Check the path, or make one with lw prepare.",
            Assert.Throws<BadDataException>(() => PackedSet.Open(folder["b"])).Message);
    }
}
