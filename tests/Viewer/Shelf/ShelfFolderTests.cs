using System.Text;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Latents;
using LatentWalk.Imaging;
using LatentWalk.Viewer.Shelf;

namespace LatentWalk.Viewer.Tests.Shelf;

public sealed class ShelfFolderTests : IDisposable
{
    private readonly TempFolder temp = new();

    public void Dispose() => temp.Dispose();

    [Fact]
    public void Faces_stay_in_order_with_their_names_and_bookmarks()
    {
        ShelfFolder shelf = Filled(3);
        shelf.Mark(shelf.Read()[2], 7);
        IReadOnlyList<ShelfItem> again = new ShelfFolder(temp["shelf"]).Read();
        Assert.Equal(["face 0", "face 1", "face 2"], again.Select(item => item.Name));
        Assert.Equal([null, null, 7], again.Select(item => item.Bookmark));
        Assert.Equal(Latent.FromSeed(1, 8), again[1].Place.Z);
        Assert.All(again, item => Assert.Equal("faces", item.Generator));
    }

    [Fact]
    public void A_bookmark_leads_to_one_face_of_a_generator()
    {
        ShelfFolder shelf = Filled(2);
        shelf.Mark(shelf.Read()[0], 1);
        shelf.Keep(Picture(5) with { Bookmark = 1 });
        shelf.Keep(Picture(6, model: 'b') with { Bookmark = 1 });
        Assert.Equal([null, null, 1, 1], shelf.Read().Select(item => item.Bookmark));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{\"version\":2,\"items\":[]}")]
    [InlineData("{\"version\":1,\"items\":[{\"file\":\"../secret.png\",\"name\":\"x\",\"generator\":\"y\"}]}")]
    [InlineData("{\"version\":1,\"items\":[],\"more\":1}")]
    public void A_list_that_is_missing_or_damaged_is_made_anew_from_the_pictures(string? json)
    {
        Filled(3);
        string list = temp["shelf/shelf.json"];
        File.Delete(list);
        if (json is not null)
        {
            File.WriteAllText(list, json);
        }

        ShelfFolder shelf = new(temp["shelf"]);
        Assert.Equal(3, shelf.Read().Count);
        shelf.Keep(Picture(9));
        Assert.Equal(4, new ShelfFolder(temp["shelf"]).Read().Count);
        Assert.Equal(json is not null, File.Exists(list + ".damaged"));
    }

    [Fact]
    public void A_picture_deleted_or_added_by_hand_is_followed()
    {
        ShelfFolder shelf = Filled(3);
        File.Delete(shelf.PathOf(shelf.Read()[1]));
        Assert.Equal(["face 0", "face 2"], shelf.Read().Select(item => item.Name));
        PngFile.Write(temp["shelf/by hand.png"], new byte[4 * 16 * 16], 16, 16, Picture(40).Latent);
        File.WriteAllText(temp["shelf/no picture.png"], "x");
        PngFile.Write(temp["shelf/foreign.png"], new byte[4 * 16 * 16], 16, 16);
        Assert.Equal(["face 0", "face 2", "by hand"], shelf.Read().Select(item => item.Name));
    }

    [Fact]
    public async Task Several_viewers_at_once_lose_nothing()
    {
        const int viewers = 4;
        const int faces = 6;
        await Task.WhenAll(Enumerable.Range(0, viewers).Select(viewer => Task.Run(() =>
        {
            ShelfFolder shelf = new(temp["shelf"]);
            for (int face = 0; face < faces; face++)
            {
                shelf.Keep(Picture(viewer * 100 + face));
            }
        })));
        IReadOnlyList<ShelfItem> all = new ShelfFolder(temp["shelf"]).Read();
        Assert.Equal(viewers * faces, all.Count);
        Assert.Distinct(all.Select(item => item.Name));
        Assert.All(all, item => Assert.Equal("faces", item.Generator));
    }

    [Fact]
    public void A_removed_face_can_be_put_back_where_it_was()
    {
        ShelfFolder shelf = Filled(3);
        shelf.Mark(shelf.Read()[1], 3);
        ShelfItem item = shelf.Read()[1];
        IReadOnlyList<ShelfItem> left = shelf.Remove(item, out string name);
        Assert.Equal(["face 0", "face 2"], left.Select(other => other.Name));
        Assert.True(File.Exists(temp[$"shelf/removed/{name}"]));
        IReadOnlyList<ShelfItem> back = shelf.PutBack(name, item, 1);
        Assert.Equal(["face 0", "face 1", "face 2"], back.Select(other => other.Name));
        Assert.Equal(3, back[1].Bookmark);
    }

    [Fact]
    public void A_crash_between_the_picture_and_the_list_loses_no_face()
    {
        Filled(1);
        PngFile.Write(temp["shelf/late.png"], new byte[4 * 16 * 16], 16, 16, Picture(1).Latent);
        File.WriteAllText(temp["shelf/.lw-1-1.tmp"], "half a list");
        ShelfFolder shelf = new(temp["shelf"]);
        Assert.Equal(2, shelf.Read().Count);
        shelf.Keep(Picture(2));
        Assert.Equal(["face 0", "late", "face 2"], shelf.Read().Select(item => item.Name));
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_said_in_words()
    {
        File.WriteAllText(temp["shelf"], "a file where the folder should be");
        DiskException error = Assert.Throws<DiskException>(() => new ShelfFolder(temp["shelf"]).Keep(Picture(1)));
        Assert.Contains("cannot change the shelf in", error.Message, StringComparison.Ordinal);
        Assert.Empty(new ShelfFolder(temp["shelf"]).Read());
    }

    [Fact]
    public void Saved_pictures_are_copied_onto_it_once()
    {
        PngFile.Write(temp["a.png"], new byte[4 * 16 * 16], 16, 16, Picture(1).Latent);
        PngFile.Write(temp["b.png"], new byte[4 * 16 * 16], 16, 16, Picture(2).Latent);
        ShelfFolder shelf = new(temp["shelf"]);
        shelf.Import([temp["a.png"], temp["b.png"]], "faces");
        Assert.Equal(["a", "b"], shelf.Import([temp["a.png"]], "faces").Select(item => item.Name));
        Assert.True(File.Exists(temp["a.png"]));
    }

    [Fact]
    public void Thousands_of_damaged_lists_never_lose_a_picture()
    {
        Filled(2);
        byte[] whole = File.ReadAllBytes(temp["shelf/shelf.json"]);
        Random random = new(3);
        ShelfFolder shelf = new(temp["shelf"]);
        for (int round = 0; round < 2000; round++)
        {
            byte[] damaged = [.. whole];
            for (int hit = random.Next(1, 5); hit > 0; hit--)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }

            File.WriteAllBytes(temp["shelf/shelf.json"], random.Next(3) == 0 ? damaged[..random.Next(damaged.Length)] : damaged);
            Assert.Equal(2, shelf.Read().Count);
        }
    }

    [Fact]
    public void A_sheet_has_every_face_where_its_list_says()
    {
        ShelfFolder shelf = Filled(5);
        List<(string, string)> files = [.. shelf.Read().Select(item => (shelf.PathOf(item), item.Name))];
        Assert.Equal(5, ShelfSheet.Write(files, temp["sheet.png"]));
        (byte[] sheet, int width, int height) = PngFile.Read(temp["sheet.png"]);
        Assert.Equal((48, 32), (width, height));
        using var json = System.Text.Json.JsonDocument.Parse(File.ReadAllText(temp["sheet.json"], Encoding.UTF8));
        foreach ((string file, string name) in files)
        {
            var frame = json.RootElement.GetProperty("frames").GetProperty(name).GetProperty("frame");
            int at = 4 * (frame.GetProperty("y").GetInt32() * width + frame.GetProperty("x").GetInt32());
            Assert.Equal(PngFile.Read(file).Rgba.AsSpan(0, 4 * 16), sheet.AsSpan(at, 4 * 16));
        }

        Assert.Equal("sheet.png", json.RootElement.GetProperty("meta").GetProperty("image").GetString());
    }

    private static KeptPicture Picture(int number, char model = 'a')
    {
        byte[] rgba = new byte[4 * 16 * 16];
        for (int i = 0; i < rgba.Length; i++)
        {
            rgba[i] = i % 4 == 3 ? (byte)255 : (byte)(number * 37 + i);
        }

        PictureLatent latent = new() { Model = new string(model, 64), Z = Latent.FromSeed((ulong)number, 8), Truncation = 1 };
        return new KeptPicture($"face-{number}", $"face {number}", "faces", null, latent, rgba, 16, 16);
    }

    private ShelfFolder Filled(int count)
    {
        ShelfFolder shelf = new(temp["shelf"]);
        for (int i = 0; i < count; i++)
        {
            shelf.Keep(Picture(i));
        }

        return shelf;
    }
}
