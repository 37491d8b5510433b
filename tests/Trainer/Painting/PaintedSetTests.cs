using System.Diagnostics;
using System.Text.Json;
using LatentWalk.Core.Errors;
using LatentWalk.Data;
using LatentWalk.Imaging;
using LatentWalk.Trainer.Painting;
using LatentWalk.Trainer.Painting.Faces;
using LatentWalk.Trainer.Tests.Verbs;
using Xunit;

namespace LatentWalk.Trainer.Tests.Painting;

public sealed class PaintedSetTests
{
    [Fact]
    public void A_set_has_its_pictures_and_labels_as_StyleGAN_readers_expect_them()
    {
        using var folder = new TemporaryFolder();
        Write(folder["set"], 12, seed: 6);

        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder["set"], "dataset.json")));
        JsonElement root = json.RootElement;
        JsonElement[] labels = [.. root.GetProperty("labels").EnumerateArray()];
        Assert.Equal(Enumerable.Range(0, 12).Select(i => $"face-{i:D5}.png"), labels.Select(l => l[0].GetString()!));
        Assert.Equal(Enumerable.Range(0, 12).Select(i => (int)TraitDraw.Draw(6, i).HairColour), labels.Select(l => l[1].GetInt32()));
        Assert.Equal(["black", "brown", "blonde", "orange", "red", "pink", "purple", "blue", "aqua", "green", "silver", "white"], root.GetProperty("classes").EnumerateArray().Select(n => n.GetString()!));
        JsonElement expression = root.GetProperty("attributes").GetProperty("expression");
        Assert.Equal(Enumerable.Range(0, 12).Select(i => (int)TraitDraw.Draw(6, i).Expression), expression.GetProperty("values").EnumerateArray().Select(v => v.GetInt32()));
        Assert.Equal("neutral", expression.GetProperty("names")[0].GetString());
        Assert.Equal(13, Directory.GetFileSystemEntries(folder["set"]).Length);
    }

    [Fact]
    public void Every_kind_is_labelled_with_all_that_its_pictures_were_drawn_from()
    {
        using var folder = new TemporaryFolder();
        foreach (PaintedKind kind in PaintedKind.All)
        {
            Write(folder[kind.Name], 9, seed: 6, size: 40, kind);
            using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder[kind.Name], "dataset.json")));
            JsonElement attributes = json.RootElement.GetProperty("attributes");
            Assert.Equal(kind.Attributes.Select(a => a.Key), attributes.EnumerateObject().Select(a => a.Name));
            var values = new byte[kind.Attributes.Count];
            for (int i = 0; i < 9; i++)
            {
                kind.Paint(6, i, new Canvas(40), values);
                Assert.Equal(values, kind.Attributes.Select(a => attributes.GetProperty(a.Key).GetProperty("values")[i].GetByte()));
                Assert.Equal(values[0], json.RootElement.GetProperty("labels")[i][1].GetByte());
            }
        }
    }

    [Fact]
    public void What_prepares_and_trains_finds_the_labels_of_every_kind()
    {
        using var folder = new TemporaryFolder();
        foreach (PaintedKind kind in PaintedKind.All)
        {
            Write(folder[kind.Name], 5, seed: 8, size: 32, kind);
            using IPictureFiles files = PictureFiles.Open(folder[kind.Name]);
            Labels labels = LabelSource.Find(files, [.. files.Enumerate()])!;
            Assert.Equal(kind.Attributes[0].Names, labels.Classes);
            var values = new byte[kind.Attributes.Count];
            for (int i = 0; i < 5; i++)
            {
                kind.Paint(8, i, new Canvas(32), values);
                Assert.Equal(values[0], labels.ClassOf(kind.PictureName(i)));
            }
        }
    }

    [Fact]
    public void A_file_holds_the_picture_of_its_number()
    {
        using var folder = new TemporaryFolder();
        foreach (PaintedKind kind in PaintedKind.All)
        {
            Write(folder[kind.Name], 12, seed: 6, size: 70, kind);
            for (int i = 0; i < 12; i++)
            {
                var (rgba, width, height) = PngFile.Read(Path.Combine(folder[kind.Name], kind.PictureName(i)));
                Assert.Equal((70, 70), (width, height));
                Assert.Equal(kind.Paint(6, i, new Canvas(70), new byte[kind.Attributes.Count]), rgba);
            }
        }
    }

    [Fact]
    public void Robots_painted_over_faces_leave_none_of_them()
    {
        using var folder = new TemporaryFolder();
        Write(folder.Path, 3, seed: 1);
        Write(folder.Path, 2, seed: 1, kind: PaintedKind.Mecha);
        Assert.Equal(["dataset.json", "mecha-00000.png", "mecha-00001.png"], Names(folder.Path));
    }

    [Fact]
    public void The_same_seed_writes_the_same_files_and_a_larger_set_begins_with_the_smaller()
    {
        using var folder = new TemporaryFolder();
        Write(folder["a"], 8, seed: 9);
        Write(folder["b"], 8, seed: 9);
        Write(folder["c"], 12, seed: 9);
        foreach (string path in Directory.GetFiles(folder["a"]))
        {
            string name = Path.GetFileName(path);
            Assert.Equal(File.ReadAllBytes(path), File.ReadAllBytes(Path.Combine(folder["b"], name)));
            if (name != "dataset.json")
            {
                Assert.Equal(File.ReadAllBytes(path), File.ReadAllBytes(Path.Combine(folder["c"], name)));
            }
        }
    }

    [Fact]
    public void Painting_again_replaces_the_old_pictures_and_leaves_none_of_them()
    {
        using var folder = new TemporaryFolder();
        Write(folder["set"], 8, seed: 1);
        byte[] old = File.ReadAllBytes(Path.Combine(folder["set"], "face-00000.png"));
        Write(folder["set"], 3, seed: 2);
        Assert.Equal(["dataset.json", "face-00000.png", "face-00001.png", "face-00002.png"], Names(folder["set"]));
        Assert.NotEqual(old, File.ReadAllBytes(Path.Combine(folder["set"], "face-00000.png")));
    }

    [Theory]
    [InlineData("holiday.jpg", "x")]
    [InlineData("face-00099.png", "x")]
    [InlineData("mecha-00000.png", "x")]
    [InlineData("dataset.json", "{\"labels\":[[\"face-00000.png\",1]]}")]
    [InlineData("dataset.json", "not JSON")]
    public void A_folder_with_anything_else_in_it_is_refused_and_left_as_it_was(string name, string content)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder[name], content);
        var error = Assert.Throws<UsageException>(() => Write(folder.Path, 3, seed: 1));
        Assert.Equal($"'{folder.Path}' has other files in it ('{name}'); name an empty or a new folder to paint into.", error.Message);
        Assert.Equal([name], Names(folder.Path));
        Assert.Equal(content, File.ReadAllText(folder[name]));
    }

    [Fact]
    public void A_file_beside_our_own_pictures_is_kept()
    {
        using var folder = new TemporaryFolder();
        Write(folder.Path, 3, seed: 1);
        File.WriteAllText(folder["notes.txt"], "mine");
        Assert.Throws<UsageException>(() => Write(folder.Path, 2, seed: 2));
        Assert.Equal(["dataset.json", "face-00000.png", "face-00001.png", "face-00002.png", "notes.txt"], Names(folder.Path));
    }

    [Fact]
    public void A_file_in_the_place_of_the_folder_is_refused()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["set"], "x");
        Assert.Contains("is a file", Assert.Throws<UsageException>(() => Write(folder["set"], 3, seed: 1)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 64, "--count is 0; expected 1 to 1000000")]
    [InlineData(-3, 64, "--count is -3")]
    [InlineData(1, 31, "--size is 31; expected 32 to 2048 pixels")]
    [InlineData(1, 4096, "--size is 4096")]
    [InlineData(0, 0, "--count is 0; expected 1 to 1000000; --size is 0")]
    public void A_request_that_cannot_be_painted_names_all_its_problems(int count, int size, string reason)
    {
        using var folder = new TemporaryFolder();
        var error = Assert.Throws<UsageException>(() => Write(folder["set"], count, seed: 1, size));
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["set"]));
    }

    [Fact]
    public void Stopping_leaves_no_folder_that_was_not_there()
    {
        using var folder = new TemporaryFolder();
        using var stop = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => PaintedSet.Write(folder["set"], new PaintRequest { Count = 500 }, done => Cancel(done, stop), stop.Token));
        Assert.False(Directory.Exists(folder["set"]));
    }

    [Fact]
    public void Stopping_leaves_the_set_that_was_there()
    {
        using var folder = new TemporaryFolder();
        Write(folder["set"], 4, seed: 1);
        byte[] old = File.ReadAllBytes(Path.Combine(folder["set"], "face-00000.png"));
        using var stop = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => PaintedSet.Write(folder["set"], new PaintRequest { Count = 500, Seed = 2 }, done => Cancel(done, stop), stop.Token));
        Assert.Equal(["dataset.json", "face-00000.png", "face-00001.png", "face-00002.png", "face-00003.png"], Names(folder["set"]));
        Assert.Equal(old, File.ReadAllBytes(Path.Combine(folder["set"], "face-00000.png")));
    }

    // A crash between any two of the moves: some pictures are in place, the labels are still the old ones.
    [Fact]
    public void What_a_crash_left_half_moved_is_brought_to_its_end_first()
    {
        using var folder = new TemporaryFolder();
        string set = folder["set"];
        string staging = Path.Combine(set, ".lw-paint");
        Write(set, 6, seed: 1);
        Write(folder["new"], 4, seed: 2);
        Directory.CreateDirectory(staging);
        foreach (string path in Directory.GetFiles(folder["new"]))
        {
            string name = Path.GetFileName(path);
            File.Copy(path, Path.Combine(name is "face-00000.png" or "face-00001.png" ? set : staging, name), overwrite: true);
        }

        File.WriteAllText(Path.Combine(set, "notes.txt"), "so that painting is refused after the repair");
        Assert.Throws<UsageException>(() => Write(set, 2, seed: 3));

        File.Delete(Path.Combine(set, "notes.txt"));
        Assert.Equal(Names(folder["new"]), Names(set));
        Assert.All(Names(set), name => Assert.Equal(File.ReadAllBytes(Path.Combine(folder["new"], name)), File.ReadAllBytes(Path.Combine(set, name))));
    }

    [RootOnLinuxFact]
    public void A_full_disk_leaves_the_set_that_was_there_and_says_so()
    {
        using var folder = new TemporaryFolder();
        Run("mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", folder.Path);
        try
        {
            Write(folder["set"], 3, seed: 1);
            var error = Assert.Throws<DiskException>(() => Write(folder["set"], 400, seed: 2));
            Assert.Contains("the disk is full. Free some space", error.Message, StringComparison.Ordinal);
            Assert.Equal(["dataset.json", "face-00000.png", "face-00001.png", "face-00002.png"], Names(folder["set"]));
            Assert.Throws<DiskException>(() => Write(folder["other"], 400, seed: 2));
            Assert.False(Directory.Exists(folder["other"]));
        }
        finally
        {
            Run("umount", folder.Path);
        }
    }

    private static void Cancel(int done, CancellationTokenSource stop)
    {
        if (done == 5)
        {
            stop.Cancel();
        }
    }

    private static void Write(string folder, int count, ulong seed, int size = 64, PaintedKind? kind = null) =>
        PaintedSet.Write(folder, new PaintRequest { Kind = kind ?? PaintedKind.Faces, Count = count, Seed = seed, Size = size }, _ => { }, CancellationToken.None);

    private static string[] Names(string folder) =>
        [.. Directory.GetFileSystemEntries(folder).Select(e => Path.GetFileName(e)!).Order(StringComparer.Ordinal)];

    private static void Run(string name, params string[] arguments)
    {
        using var process = Process.Start(name, arguments);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
