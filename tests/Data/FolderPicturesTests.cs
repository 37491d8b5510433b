using System.Diagnostics;
using LatentWalk.Core.Errors;
using Xunit;

namespace LatentWalk.Data.Tests;

public sealed class FolderPicturesTests
{
    [Fact]
    public void Every_file_at_any_depth_is_listed_in_order_and_read_whole()
    {
        using var folder = new TemporaryFolder();
        folder.Put("b/x.png", [1, 2, 3]);
        folder.Put("b.txt", [4]);
        folder.Put("a/deep/er/y.JPG", [5, 6]);
        using var files = PictureFiles.Open(folder.Path);

        var names = files.Enumerate().ToList();

        Assert.Equal(["a/deep/er/y.JPG", "b.txt", "b/x.png"], names.Select(name => name.Name));
        Assert.Equal([2L, 1L, 3L], names.Select(name => name.Bytes));
        Assert.Equal([true, false, true], names.Select(name => name.HasPictureEnding));
        Assert.All(names, name => Assert.Null(name.Problem));
        Assert.Equal([1, 2, 3], files.Read(names[2], 3));
        Assert.Contains("the file has 3 bytes; at most 2 are read", Refusal(files, names[2], 2), StringComparison.Ordinal);
    }

    [UnixFact]
    public void Links_that_lead_out_or_in_circles_and_pipes_are_refused_and_the_rest_stays()
    {
        using var outside = new TemporaryFolder();
        string secret = outside.Put("secret.png", [9]);
        using var folder = new TemporaryFolder();
        folder.Put("good.png", [1]);
        folder.Put("sub/other.png", [2]);
        File.CreateSymbolicLink(folder["a-inside.png"], "sub/other.png");
        File.CreateSymbolicLink(folder["b-outside.png"], secret);
        File.CreateSymbolicLink(folder["c-nothing.png"], "no-such");
        File.CreateSymbolicLink(folder["d-circle.png"], "e-circle.png");
        File.CreateSymbolicLink(folder["e-circle.png"], "d-circle.png");
        Directory.CreateSymbolicLink(folder["f-loop"], folder.Path);
        Directory.CreateSymbolicLink(folder["g-out"], outside.Path);
        File.CreateSymbolicLink(folder["h-through.png"], "g-out/secret.png");
        Process.Start("mkfifo", [folder["i-pipe.png"]]).WaitForExit();
        using var files = PictureFiles.Open(folder.Path);

        var names = files.Enumerate().ToDictionary(name => name.Name);

        Assert.Equal(11, names.Count);
        Assert.Equal([2], files.Read(names["a-inside.png"], 10));
        Assert.Equal([1], files.Read(names["good.png"], 10));
        foreach (var (name, why) in new[]
        {
            ("b-outside.png", "it is a link out of the folder"), ("c-nothing.png", "it is a link to nothing"),
            ("d-circle.png", "it is a link that leads back to itself"), ("e-circle.png", "it is a link that leads back to itself"),
            ("f-loop", "it is a link to a folder, and those are not followed"), ("g-out", "it is a link to a folder, and those are not followed"),
            ("h-through.png", "it is a link through another link"), ("i-pipe.png", "the file is empty, or no ordinary file"),
        })
        {
            Assert.Equal($"cannot use '{name}' of '{folder.Path}': {why}. Leave it out, or replace it.", Refusal(files, names[name], 10));
        }
    }

    [Fact]
    public void Names_that_lead_out_are_not_opened()
    {
        using var folder = new TemporaryFolder();
        folder.Put("in/a.png", [1]);
        folder.Put("b.png", [2]);
        using var files = PictureFiles.Open(folder["in"]);

        Assert.Contains("its name leads out of the folder", Refusal(files, new PictureFileName("../b.png", 1), 10), StringComparison.Ordinal);
        Assert.Contains("its name leads out of the folder", Refusal(files, new PictureFileName(folder["b.png"], 1), 10), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_vanished_is_said()
    {
        using var folder = new TemporaryFolder();
        folder.Put("a.png", [1]);
        using var files = PictureFiles.Open(folder.Path);
        var name = files.Enumerate().Single();
        File.Delete(folder["a.png"]);

        Assert.Contains("it is not there any more", Refusal(files, name, 10), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_neither_folder_nor_zip_is_said()
    {
        using var folder = new TemporaryFolder();
        string text = folder.Put("a.zip", "hello"u8);

        Assert.Equal($"'{text}' is neither a folder nor a zip of pictures. Expected one of those.", Assert.Throws<BadDataException>(() => PictureFiles.Open(text)).Message);
        Assert.Equal($"there is no folder and no zip of pictures at '{folder["b"]}'. Check the path.", Assert.Throws<BadDataException>(() => PictureFiles.Open(folder["b"])).Message);
    }

    private static string Refusal(IPictureFiles files, PictureFileName name, long maxBytes) =>
        Assert.Throws<BadDataException>(() => files.Read(name, maxBytes)).Message;
}
