using LatentWalk.Imaging;
using LatentWalk.Viewer.App;
using LatentWalk.Walking;

namespace LatentWalk.Viewer.Tests.Shelf;

/// <summary>The shelf as hands use it.</summary>
public sealed class ShelfDeskTests : IDisposable
{
    private readonly TempFolder temp = new();

    public void Dispose() => temp.Dispose();

    [Fact]
    public void A_kept_face_is_there_after_a_restart_and_enter_flies_to_it()
    {
        float[] kept;
        using (WalkSession session = Sessions.Open(temp["out"]))
        {
            session.Fly(Command.Forward, 60);
            session.Pass(120);
            session.Tap(Command.Keep);
            kept = [.. session.Face.Z];
            Assert.Contains("kept on the shelf (1)", session.State.Toast, StringComparison.Ordinal);
        }

        using WalkSession again = Sessions.Open(temp["out"]);
        Assert.Equal(kept, Assert.Single(again.State.Favourites).Place.Z);
        again.Tap(Command.Shelf);
        Assert.Equal(Screen.Shelf, again.State.Screen);
        again.Tap(Command.Pick);
        Assert.Equal(Screen.Play, again.State.Screen);
        again.Pass(300);
        Assert.Equal(kept, again.Face.Z);
    }

    [Fact]
    public void A_number_key_that_sets_a_bookmark_keeps_the_face()
    {
        float[] marked;
        using (WalkSession session = Sessions.Open(temp["out"]))
        {
            session.Tap(Command.Random);
            session.Pass(240);
            session.Tap(Command.Bookmark3);
            session.Pass(2);
            marked = [.. session.Face.Z];
        }

        using WalkSession again = Sessions.Open(temp["out"]);
        Assert.Equal(3, Assert.Single(again.Shelf.Items).Bookmark);
        again.Tap(Command.Bookmark3);
        again.Pass(300);
        Assert.Equal(marked, again.Face.Z);
    }

    [Fact]
    public void On_the_shelf_keys_mark_remove_and_put_back()
    {
        using WalkSession session = Sessions.Open(temp["out"]);
        session.Tap(Command.Keep, Command.Random);
        session.Pass(200);
        session.Tap(Command.Keep, Command.Shelf, Command.Right, Command.Bookmark5);
        Assert.Equal([null, 5], session.Shelf.Items.Select(item => item.Bookmark));
        string file = session.Shelf.Items[1].File;
        session.Tap(Command.Rewind);
        Assert.Single(session.Shelf.Items);
        Assert.True(File.Exists(Path.Combine(session.Shelf.Folder, "removed", file)));
        Assert.Single(session.State.Favourites);
        session.Tap(Command.Undo);
        Assert.Equal([null, 5], session.Shelf.Items.Select(item => item.Bookmark));
        session.Tap(Command.Save);
        Assert.Contains(Directory.GetFiles(temp["out"]), path => Path.GetFileName(path).StartsWith("sheet-", StringComparison.Ordinal));
        session.Tap(Command.Cancel);
        Assert.Equal(Screen.Play, session.State.Screen);
    }

    [Fact]
    public void The_mouse_alone_can_do_all_of_it()
    {
        using WalkSession session = Sessions.Open(temp["out"]);
        session.Tap(Command.Keep, Command.Random);
        session.Pass(200);
        session.Tap(Command.Keep, Command.Shelf);
        Click(session, 1);
        session.Settle();
        Assert.Single(session.Shelf.Items);
        Click(session, 2);
        session.Settle();
        Assert.Equal(2, session.Shelf.Items.Count);
        var cell = session.ShelfHands.LayoutOf(session.Layout).Cell(1);
        session.PointerMove(new(cell.X + 5, cell.Y + 5));
        Assert.Equal(1, session.ShelfHands.Chosen);
        Click(session, 5);
        Assert.Equal(Screen.Play, session.State.Screen);
    }

    [Fact]
    public void A_face_that_cannot_be_saved_stays_and_is_saved_later()
    {
        File.WriteAllText(temp["out"], "a file where the folder should be");
        using WalkSession session = Sessions.Open(temp["out"]);
        session.Tap(Command.Keep);
        Assert.Contains("The face is kept in memory, and is tried again", session.State.Problem, StringComparison.Ordinal);
        Assert.True(Assert.Single(session.Shelf.Items).IsUnsaved);
        File.Delete(temp["out"]);
        session.Pass(60 * 21);
        Assert.False(Assert.Single(session.Shelf.Items).IsUnsaved);
        Assert.Single(Directory.GetFiles(temp["out/shelf"], "*.png"));
    }

    [Fact]
    public void A_face_that_could_never_be_saved_is_saved_at_the_end()
    {
        File.WriteAllText(temp["out"], "a file where the folder should be");
        using (WalkSession session = Sessions.Open(temp["out"]))
        {
            session.Tap(Command.Keep);
            File.Delete(temp["out"]);
        }

        Assert.Single(Directory.GetFiles(temp["out/shelf"], "*.png"));
    }

    [Fact]
    public void A_face_of_another_generator_is_shown_and_opens_it_when_it_is_chosen()
    {
        TestGenerator.Write(temp["models/second.onnx"], weightSeed: 2);
        using (WalkSession session = Sessions.Open(temp["out"], temp["models/second.onnx"]))
        {
            session.Tap(Command.Keep);
        }

        using WalkSession first = Sessions.Open(temp["out"], null, temp.Root);
        var item = Assert.Single(first.Shelf.Items);
        Assert.False(first.Shelf.IsOwn(item));
        Assert.Equal("second", item.Generator);
        Assert.Empty(first.State.Favourites);
        first.Tap(Command.Shelf, Command.Pick);
        Assert.Equal("second", first.Generator!.Info.Name);
        Assert.Equal(item.Place.Z, first.Face.Z);
    }

    [Fact]
    public void Of_several_dropped_pictures_the_first_is_gone_to_and_the_others_go_on_the_shelf()
    {
        using WalkSession session = Sessions.Open(temp["out"]);
        List<string> files = [];
        for (int i = 0; i < 3; i++)
        {
            session.Tap(Command.Random);
            session.Pass(200);
            session.Tap(Command.Save);
            files = [.. Directory.GetFiles(temp["out"], "*.png").OrderBy(File.GetLastWriteTimeUtc)];
        }

        session.Open(files);
        session.Settle();
        Assert.Equal(PngFile.ReadLatent(files[0])!.Z, session.Face.Z);
        Assert.Equal(2, session.Shelf.Items.Count);
    }

    private static void Click(WalkSession session, int button)
    {
        var place = session.ShelfHands.LayoutOf(session.Layout).Button(button);
        session.PointerMove(new(place.X + 3, place.Y + 3));
        session.PointerDown(new(place.X + 3, place.Y + 3));
        session.PointerUp();
    }
}
