using System.Diagnostics;
using LatentWalk.Core.Errors;
using Xunit;

namespace LatentWalk.Data.Tests;

public sealed class PackedSetWriterTests
{
    private const int Count = 3000;

    [Fact]
    public void A_writer_killed_before_any_of_its_writes_leaves_the_old_set_or_the_new_one()
    {
        using var folder = new TemporaryFolder();
        string path = folder["a.lwset"];
        int writes = 0;
        TinySet.Write(folder["counted.lwset"], Count, beforeWrite: _ => writes++);
        Assert.InRange(writes, 12, 200);
        File.Delete(folder["counted.lwset"]);
        for (int kill = 0; kill < writes; kill++)
        {
            bool replacing = kill % 2 == 1;
            string old = replacing ? TinySet.Write(path, 2).Fingerprint : "";
            string stage = WriteAndDie(path, kill);

            if (stage == "fsync folder")
            {
                using var set = PackedSet.Open(path);
                Assert.Equal(Count, set.Count);
            }
            else if (replacing)
            {
                using var set = PackedSet.Open(path);
                Assert.Equal(old, set.Fingerprint);
            }
            else
            {
                Assert.False(File.Exists(path), stage);
            }

            // Whoever comes next is not hindered by what is left, and cleans it away.
            TinySet.Write(path, Count);
            Assert.Equal(["a.lwset"], folder.Names);
            File.Delete(path);
        }
    }

    [Fact]
    public void A_writer_that_is_given_up_leaves_nothing()
    {
        using var folder = new TemporaryFolder();
        using (var writer = new PackedSetWriter(folder["a.lwset"], TinySet.Size, 3, []))
        {
            writer.Add(TinySet.Pixels(0), TinySet.Entry(0) with { Class = -1 });
            Assert.Equal(1, writer.Count);
        }

        Assert.Empty(folder.Names);
    }

    [Fact]
    public void A_set_of_no_pictures_is_refused()
    {
        using var folder = new TemporaryFolder();
        using var writer = new PackedSetWriter(folder["a.lwset"], TinySet.Size, 3, []);

        var error = Assert.Throws<BadDataException>(() => writer.Commit());

        Assert.Equal($"there is no picture to put into '{folder["a.lwset"]}'; a set needs at least one.", error.Message);
        Assert.Empty(folder.Names);
    }

    [Fact]
    public void Two_writers_of_one_set_are_refused()
    {
        using var folder = new TemporaryFolder();
        using var first = new PackedSetWriter(folder["a.lwset"], TinySet.Size, 3, []);

        var error = Assert.Throws<DiskException>(() => new PackedSetWriter(folder["a.lwset"], TinySet.Size, 3, []));

        Assert.StartsWith($"cannot write '{folder["a.lwset"]}': ", error.Message, StringComparison.Ordinal);
        first.Add(TinySet.Pixels(0), TinySet.Entry(0) with { Class = -1 });
        first.Commit();
        PackedSet.Open(folder["a.lwset"]).Dispose();
    }

    [Fact]
    public void A_folder_that_is_missing_is_an_error_of_the_disk()
    {
        using var folder = new TemporaryFolder();

        Assert.Throws<DiskException>(() => new PackedSetWriter(folder["no/a.lwset"], TinySet.Size, 3, []));
    }

    [Fact]
    public void Names_that_have_no_place_in_a_file_do_not_cost_the_picture()
    {
        using var folder = new TemporaryFolder();
        using (var writer = new PackedSetWriter(folder["a.lwset"], TinySet.Size, 3, []))
        {
            writer.Add(TinySet.Pixels(0), new PictureEntry(new string('é', 3000), new string('0', 64), -1, false));
            writer.Add(TinySet.Pixels(1), new PictureEntry("half a \uD800 pair", new string('0', 64), -1, true));
            writer.Add(TinySet.Pixels(2), new PictureEntry("", new string('0', 64), -1, true));
            writer.Commit();
        }

        using var set = PackedSet.Open(folder["a.lwset"]);
        Assert.Equal(new string('é', 2048), set.Entry(0).Source);
        Assert.Equal("half a \uFFFD pair", set.Entry(1).Source);
        Assert.Equal("", set.Entry(2).Source);
    }

    [Fact]
    public void Adding_takes_no_memory_for_each_picture()
    {
        using var folder = new TemporaryFolder();
        using var writer = new PackedSetWriter(folder["a.lwset"], TinySet.Size, 3, TinySet.Classes);
        byte[] pixels = TinySet.Pixels(0);
        var entry = TinySet.Entry(0);
        writer.Add(pixels, entry);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 5000; i++)
        {
            writer.Add(pixels, entry);
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_200_000);
    }

    [RootOnLinuxFact]
    public void A_full_disk_is_said_and_leaves_nothing()
    {
        using var folder = new TemporaryFolder();
        string small = folder["small"];
        Directory.CreateDirectory(small);
        Command("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", small);
        try
        {
            // Too many pictures, and just too many for what follows them.
            foreach (int count in new[] { 10_000, 2050 })
            {
                var error = Assert.Throws<DiskException>(() => TinySet.Write(Path.Combine(small, "a.lwset"), count));

                Assert.Equal(
                    $"cannot write '{Path.Combine(small, "a.lwset")}': the disk is full. Free some space or choose another folder, then run the same command again.",
                    error.Message);
                Assert.Empty(Directory.EnumerateFileSystemEntries(small));
            }

            TinySet.Write(Path.Combine(small, "a.lwset"), 100);
        }
        finally
        {
            Command("umount", small);
        }
    }

    private static string WriteAndDie(string path, int atWrite)
    {
        int writes = 0;
        PackedSetWriter? writer = null;
        try
        {
            writer = new PackedSetWriter(path, TinySet.Size, 3, TinySet.Classes, stage => _ = writes++ == atWrite ? throw new Killed(stage) : 0);
            for (int i = 0; i < Count; i++)
            {
                writer.Add(TinySet.Pixels(i), TinySet.Entry(i));
            }

            writer.Commit();
            throw new InvalidOperationException($"There was no write {atWrite}.");
        }
        catch (Killed killed)
        {
            // While it was being made there is no writer to let go of; it has cleaned up itself.
            writer?.Abandon();
            return killed.Message;
        }
    }

    private static void Command(string name, params string[] arguments)
    {
        using var process = Process.Start(name, arguments);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    private sealed class Killed(string stage) : Exception(stage);
}
