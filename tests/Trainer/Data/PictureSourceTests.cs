using System.IO.Compression;
using LatentWalk.Core.Errors;
using LatentWalk.Data;
using LatentWalk.Trainer.Data;
using Xunit;

namespace LatentWalk.Trainer.Tests.Data;

public sealed class PictureSourceTests
{
    [Fact]
    public void Pictures_are_read_from_subfolders_in_the_order_of_their_paths()
    {
        using var folder = new TemporaryFolder();
        Tiny.WritePictures(folder["b"], 3);
        Tiny.WritePictures(folder["a"], 2);
        var expected = Tiny.Pictures(3);

        var set = Load(folder.Path);

        Assert.Equal(5, set.Count);
        Assert.Empty(set.Skipped);
        Assert.Equal(expected[1], set[1]);
        Assert.Equal(expected[0], set[2]);
        Assert.Equal(expected[2], set[4]);
    }

    [Fact]
    public void Files_that_cannot_be_used_are_left_out_and_named()
    {
        using var folder = new TemporaryFolder();
        Tiny.WritePictures(folder.Path, 4);
        byte[] whole = File.ReadAllBytes(folder["00.png"]);
        File.WriteAllBytes(folder["01.png"], whole[..(whole.Length / 2)]);
        File.WriteAllText(folder["text.jpg"], "not a picture");
        File.WriteAllBytes(folder["empty.png"], []);

        var set = Load(folder.Path);

        Assert.Equal(3, set.Count);
        Assert.Equal([folder["01.png"], folder["empty.png"], folder["text.jpg"]], set.Skipped.Select(skipped => skipped.Path));
        Assert.All(set.Skipped, skipped => Assert.Contains(Path.GetFileName(skipped.Path), skipped.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public void A_folder_that_is_missing_is_named()
    {
        var error = Assert.Throws<BadDataException>(() => Load("/no/such/folder"));

        Assert.Equal("there is no folder of pictures at '/no/such/folder', and no zip or set. Give one with --data.", error.Message);
    }

    [Fact]
    public void A_folder_without_pictures_is_named()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["notes.txt"], "nothing here");

        var error = Assert.Throws<BadDataException>(() => Load(folder.Path));

        Assert.Equal($"the folder '{folder.Path}' holds no picture. Expected PNG, JPEG, WebP or GIF files there or in its subfolders.", error.Message);
    }

    [Fact]
    public void A_folder_of_nothing_but_bad_pictures_is_an_error_that_names_the_first()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["a.png"], "no");
        File.WriteAllText(folder["b.png"], "no");

        var error = Assert.Throws<BadDataException>(() => Load(folder.Path));

        Assert.StartsWith($"none of the 2 pictures in '{folder.Path}' could be read. The first: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(folder["a.png"], error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Pictures_that_do_not_fit_into_memory_are_packed_and_are_the_same_pictures()
    {
        using var folder = new TemporaryFolder();
        Tiny.WritePictures(folder["in/boats"], 4);
        Tiny.WritePictures(folder["in/robots"], 7);
        File.WriteAllText(folder["in/boats/bad.png"], "no picture");
        using var inMemory = Load(folder["in"]);
        var said = new List<string>();

        using var packed = PictureSource.Open(Request(folder["in"]) with { MemoryBytes = 1000, PackedPath = folder["run/pictures.lwset"], Say = said.Add });

        Assert.IsType<PackedPictures>(packed);
        Assert.Equal($"The pictures take 9.2 kB at 16×16, and 1.0 kB of memory may be used: they are decoded once into '{folder["run/pictures.lwset"]}'.", Assert.Single(said));
        Assert.Equal(inMemory.Fingerprint, packed.Fingerprint);
        Assert.Equal(inMemory.Skipped, packed.Skipped);
        Assert.Equal(["boats", "robots"], packed.Classes);
        var buffer = new byte[Tiny.Size * Tiny.Size * 4];
        for (int i = 0; i < 11; i++)
        {
            Assert.Equal(inMemory[i].ToArray(), packed.Read(i, buffer).ToArray());
            Assert.Equal((i < 4 ? 0 : 1, i < 4 ? 0 : 1), (inMemory.ClassOf(i), packed.ClassOf(i)));
        }
    }

    [Fact]
    public void What_was_packed_for_a_run_is_used_again_by_its_fingerprint_alone()
    {
        using var folder = new TemporaryFolder();
        Tiny.WritePictures(folder["in"]);
        var request = Request(folder["in"]) with { MemoryBytes = 0, PackedPath = folder["pictures.lwset"] };
        string fingerprint;
        using (var first = PictureSource.Open(request))
        {
            fingerprint = first.Fingerprint;
        }

        Directory.Delete(folder["in"], recursive: true);
        Tiny.WritePictures(folder["in"], 3);

        using (var again = PictureSource.Open(request with { Known = fingerprint }))
        {
            Assert.Equal(Tiny.PictureCount, again.Count);
        }

        using var other = PictureSource.Open(request with { Known = new string('0', 64) });
        Assert.Equal(3, other.Count);
    }

    [Fact]
    public void Stopping_while_packing_leaves_nothing()
    {
        using var folder = new TemporaryFolder();
        Tiny.WritePictures(folder["in"]);
        using var stop = new CancellationTokenSource();

        Assert.ThrowsAny<OperationCanceledException>(() => PictureSource.Open(
            Request(folder["in"]) with { MemoryBytes = 0, PackedPath = folder["run/pictures.lwset"], Decoded = (done, _) => _ = done == 5 ? Stop() : 0 }, stop.Token));

        Assert.False(Directory.Exists(folder["run"]));
        int Stop()
        {
            stop.Cancel();
            return 0;
        }
    }

    [Fact]
    public void A_zip_and_a_set_hold_the_pictures_of_the_folder_they_were_made_from()
    {
        using var folder = new TemporaryFolder();
        Tiny.WritePictures(folder["in"]);
        ZipFile.CreateFromDirectory(folder["in"], folder["a.zip"]);
        using var ofFolder = Load(folder["in"]);
        using (PictureSource.Open(Request(folder["in"]) with { MemoryBytes = 0, PackedPath = folder["a.lwset"] }))
        {
        }

        using var ofZip = PictureSource.Open(Request(folder["a.zip"]));
        using var ofSet = PictureSource.Open(Request(folder["a.lwset"]));

        Assert.Equal([ofFolder.Fingerprint, ofFolder.Fingerprint], new[] { ofZip.Fingerprint, ofSet.Fingerprint });
        var error = Assert.Throws<BadDataException>(() => PictureSource.Open(Request(folder["a.lwset"]) with { Size = 32 }));
        Assert.Equal(
            $"the pictures in '{folder["a.lwset"]}' are 16×16, and this run needs 32×32. Pack them with lw prepare --size 32, or train with --generator.resolution 16 --discriminator.resolution 16.",
            error.Message);
    }

    [Fact]
    public void Alpha_of_a_set_is_laid_over_white()
    {
        using var folder = new TemporaryFolder();
        using (var writer = new PackedSetWriter(folder["a.lwset"], 1, 4, []))
        {
            writer.Add([100, 200, 0, 51], new PictureEntry("a.png", new string('0', 64), -1, false));
            writer.Commit();
        }

        using var set = PictureSource.Open(Request(folder["a.lwset"]) with { Size = 1 });

        Assert.Equal([224, 244, 204], set.Read(0, new byte[4]).ToArray());
    }

    [Fact]
    public void The_fingerprint_is_that_of_the_pixels()
    {
        using var folder = new TemporaryFolder();
        Tiny.WritePictures(folder["one"]);
        Tiny.WritePictures(folder["other"], Tiny.PictureCount - 1);

        string fingerprint = Load(folder["one"]).Fingerprint;

        Assert.Equal(Tiny.Pictures().Fingerprint, fingerprint);
        Assert.NotEqual(fingerprint, Load(folder["other"]).Fingerprint);
        Assert.Equal(64, fingerprint.Length);
    }

    private static PictureSet Load(string folder) => (PictureSet)PictureSource.Open(Request(folder));

    private static PictureRequest Request(string data) => new() { Data = data, Size = Tiny.Size, Threads = 2, PackedPath = "/no/such/folder/a.lwset" };
}
