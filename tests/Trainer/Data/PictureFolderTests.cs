using LatentWalk.Core.Errors;
using LatentWalk.Imaging;
using LatentWalk.Trainer.Data;
using Xunit;

namespace LatentWalk.Trainer.Tests.Data;

public sealed class PictureFolderTests
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
        Assert.All(set.Skipped, skipped => Assert.Contains(skipped.Path, skipped.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public void A_folder_that_is_missing_is_named()
    {
        var error = Assert.Throws<BadDataException>(() => Load("/no/such/folder"));

        Assert.Equal("there is no folder of pictures at '/no/such/folder'. Give one with --data.", error.Message);
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
    public void Pictures_that_do_not_fit_into_memory_are_refused_before_any_is_decoded()
    {
        using var folder = new TemporaryFolder();
        for (int i = 0; i < 3; i++)
        {
            File.WriteAllText(folder[$"{i}.png"], "would be skipped if it were decoded");
        }

        var error = Assert.Throws<DeviceException>(() => PictureFolder.Load(folder.Path, 1024, Fit.Crop, threads: 2, memoryBytes: 5_000_000));

        Assert.Equal(
            $"the 3 pictures of '{folder.Path}' take 9.4 MB in memory at 1024×1024, and 5.0 MB may be used. Train on fewer pictures or at a smaller resolution.",
            error.Message);
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

    private static PictureSet Load(string folder) => PictureFolder.Load(folder, Tiny.Size, Fit.Crop, threads: 2, memoryBytes: long.MaxValue);
}
