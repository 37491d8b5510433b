using LatentWalk.Core.Errors;

namespace LatentWalk.Imaging.Tests;

public sealed class FindTests
{
    [Fact]
    public void Pictures_are_found_below_the_folder_by_ending_in_ordinal_order()
    {
        using TemporaryFolder folder = new();
        foreach (string name in new[] { "b.png", "a.JPG", "Z.jpeg", "deep/er/c.WebP", "deep/d.gif", "notes.txt", "png", "x.png.part", ".hidden.png", "é.png" })
        {
            folder.Put(name, [1]);
        }

        IReadOnlyList<string> found = PictureFile.Find(folder.Root);

        Assert.Equal(
            [".hidden.png", "Z.jpeg", "a.JPG", "b.png", "deep/d.gif", "deep/er/c.WebP", "é.png"],
            found.Select(path => Path.GetRelativePath(folder.Root, path).Replace('\\', '/')));
    }

    [Fact]
    public void A_link_to_a_folder_is_not_followed_and_a_link_to_a_file_is()
    {

        using TemporaryFolder folder = new();
        string file = folder.Put("a/one.png", [1]);
        Directory.CreateSymbolicLink(folder.Path("a/loop"), folder.Path("a"));
        File.CreateSymbolicLink(folder.Path("a/two.png"), file);

        Assert.Equal(["one.png", "two.png"], PictureFile.Find(folder.Root).Select(Path.GetFileName));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_bad_data()
    {
        using TemporaryFolder folder = new();

        BadDataException error = Assert.Throws<BadDataException>(() => PictureFile.Find(folder.Path("none")));

        Assert.Equal($"there is no folder '{folder.Path("none")}'. Give a folder of PNG, JPEG, WebP or GIF pictures.", error.Message);
    }

    [Fact]
    public void An_empty_folder_has_no_pictures()
    {
        using TemporaryFolder folder = new();

        Assert.Empty(PictureFile.Find(folder.Root));
    }
}
