using LatentWalk.Core.Errors;
using LatentWalk.Core.Files;

namespace LatentWalk.Core.Tests.Files;

public class AtomicFileTests
{
    [Fact]
    public void A_file_is_created_and_replaced_and_nothing_else_is_left()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Inside("a.txt");
        AtomicFile.WriteText(path, "first");
        AtomicFile.WriteText(path, "zweite ü");
        Assert.Equal("zweite ü"u8, File.ReadAllBytes(path));
        Assert.Equal([path], Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void A_writer_that_fails_leaves_the_old_content_and_its_own_exception()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Inside("a.txt");
        AtomicFile.WriteText(path, "old");
        Assert.Throws<FormatException>(() => AtomicFile.Write(path, stream =>
        {
            stream.Write("half"u8);
            throw new FormatException();
        }));
        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void What_killed_writers_left_is_swept_and_nothing_else()
    {
        using var folder = new TemporaryFolder();
        string[] stay = [".lw-faces.lwset.names.tmp", $".lw-{Environment.ProcessId}-0.tmp", ".lw-x-1.tmp", "lw-999999999-1.tmp", ".lw-999999999-1.txt", ".lw-1-5.tmp"];
        string[] go = [".lw-999999999-1.tmp", $".lw-{Environment.ProcessId}-2000000000.tmp"];
        foreach (string name in (string[])[.. stay, .. go])
        {
            File.WriteAllText(folder.Inside(name), "half");
        }

        AtomicFile.Sweep(folder.Path);

        // Process 1 always runs, except on Windows.
        Assert.Equal((OperatingSystem.IsWindows() ? stay[..^1] : stay).Order(), Directory.GetFiles(folder.Path).Select(path => Path.GetFileName(path)).Order());
    }

    [Fact]
    public async Task Readers_never_see_a_part()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Inside("a.bin");
        AtomicFile.Write(path, s => s.Write(new byte[100_000]));
        using var stop = new CancellationTokenSource();
        Task reader = Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                byte[] bytes = File.ReadAllBytes(path);
                Assert.Equal(100_000, bytes.Length);
                Assert.Equal(bytes[0], bytes[^1]);
            }
        });
        for (byte i = 0; i < 40; i++)
        {
            byte[] content = new byte[100_000];
            content.AsSpan().Fill(i);
            AtomicFile.Write(path, s => s.Write(content));
        }

        await stop.CancelAsync();
        await reader;
    }

    [Fact]
    public void A_missing_folder_is_a_disk_error_that_names_the_path()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Inside("none/a.txt");
        var error = Assert.Throws<DiskException>(() => AtomicFile.WriteText(path, "x"));
        Assert.StartsWith($"cannot write '{path}': ", error.Message, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Disk, error.ExitCode);
    }

    [Fact]
    public void A_folder_in_the_place_of_the_file_is_a_disk_error_and_leaves_nothing()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.Inside("a"));
        File.WriteAllText(folder.Inside("a/inside"), "x");
        Assert.Throws<DiskException>(() => AtomicFile.WriteText(folder.Inside("a"), "x"));
        Assert.Equal([folder.Inside("a")], Directory.GetFileSystemEntries(folder.Path));
    }

    [FullDiskFact]
    public void A_full_disk_leaves_the_old_content_and_says_so()
    {
        using var disk = new SmallDisk(kilobytes: 128);
        string path = Path.Combine(disk.Path, "a.bin");
        AtomicFile.Write(path, s => s.Write(new byte[40_000]));
        var error = Assert.Throws<DiskException>(() => AtomicFile.Write(path, s =>
        {
            for (int i = 0; i < 100; i++)
            {
                s.Write(new byte[4096]);
            }
        }));
        Assert.Equal($"cannot write '{path}': the disk is full. Free some space or choose another folder, then run the same command again.", error.Message);
        Assert.Equal(40_000, new FileInfo(path).Length);
        Assert.Equal([path], Directory.GetFileSystemEntries(disk.Path));
    }
}
