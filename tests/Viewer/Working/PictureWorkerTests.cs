using LatentWalk.Viewer.App;
using LatentWalk.Walking.Tests;
using LatentWalk.Walking;
using LatentWalk.Viewer.Working;

namespace LatentWalk.Viewer.Tests.Working;

public sealed class PictureWorkerTests
{
    [Fact]
    public void A_slow_generator_answers_the_newest_request_and_skips_the_ones_between()
    {
        using CountingSource source = new() { RunMilliseconds = 30 };
        using PictureDesk desk = new();
        WalkState state = WalkState.Begin(new WalkModel(CountingSource.Size, []), 1);
        for (int frame = 0; frame < 40; frame++)
        {
            state = state.Fly(Walks.Ahead, Walks.Frame);
            desk.Request(state, source);
            desk.TakeResult(false, out _);
            Thread.Sleep(3);
        }

        Settle(desk);
        Assert.InRange(source.Runs, 2, 30);
        Assert.True(desk.Replaced >= 10, $"{desk.Replaced} requests were replaced");
        Assert.Equal(state.Latent(), desk.Face.Z);
    }

    [Fact]
    public void A_walker_that_stands_still_asks_for_nothing()
    {
        using CountingSource source = new();
        using PictureDesk desk = new();
        WalkState state = WalkState.Begin(new WalkModel(CountingSource.Size, []), 1);
        for (int frame = 0; frame < 20; frame++)
        {
            desk.Request(state, source);
            Settle(desk);
        }

        Assert.Equal(1, source.Runs);
    }

    [Fact]
    public void Pictures_of_a_generator_that_was_left_are_dropped()
    {
        using CountingSource old = new() { RunMilliseconds = 40 };
        using CountingSource next = new();
        using PictureDesk desk = new();
        WalkState state = WalkState.Begin(new WalkModel(CountingSource.Size, []), 1);
        desk.Request(state, old);
        Thread.Sleep(10);
        desk.Request(state, next);
        Settle(desk);
        Assert.Same(next, desk.Face.Source);
        Assert.Equal(1, desk.Face.Version);
        Assert.True(old.IsDisposed);
    }

    [Fact]
    public void A_sheet_comes_in_parts_and_a_newer_request_cuts_in()
    {
        using CountingSource source = new() { RunMilliseconds = 20 };
        using PictureDesk desk = new();
        WalkState state = WalkState.Begin(new WalkModel(CountingSource.Size, []), 1);
        WalkState open = state.Do(WalkAction.Press(Command.Grid));
        desk.Request(open, source);
        Thread.Sleep(60);
        Assert.True(desk.TakeResult(true, out _));
        Assert.False(desk.Sheet.IsEmpty);
        desk.Request(state, source);
        Settle(desk);
        Assert.True(source.Latents < Grid.Count, $"{source.Latents} faces were made for a grid that was closed");
        Assert.False(desk.Face.IsEmpty);
    }

    [Fact]
    public void A_whole_sheet_has_every_face_at_its_place()
    {
        using CountingSource source = new();
        using PictureDesk desk = new();
        WalkState open = WalkState.Begin(new WalkModel(CountingSource.Size, []), 1).Do(WalkAction.Press(Command.Grid));
        desk.Request(open, source);
        Settle(desk, sheet: true);
        int bytes = CountingSource.Side * CountingSource.Side * 4;
        for (int cell = 0; cell < Grid.Count; cell++)
        {
            byte[] expected = new byte[bytes];
            source.Run(open.Grid!.Cells[cell].Z, 1, expected);
            Assert.Equal(expected, desk.Sheet.Rgba.AsSpan(cell * bytes, bytes).ToArray());
        }
    }

    [Fact]
    public void A_run_that_fails_is_reported_and_the_next_one_is_tried()
    {
        using CountingSource source = new() { Failure = "the device was removed" };
        using PictureDesk desk = new();
        WalkState state = WalkState.Begin(new WalkModel(CountingSource.Size, []), 1);
        desk.Request(state, source);
        string? error = null;
        while (desk.IsWaiting)
        {
            desk.WaitForResult();
            desk.TakeResult(false, out error);
        }

        Assert.Equal("the device was removed", error);
        source.Failure = null;
        desk.Request(state.Fly(Walks.Ahead, 0.2), source);
        Settle(desk);
        Assert.False(desk.Face.IsEmpty);
    }

    [Theory]
    [InlineData(300, 150)]
    [InlineData(1024, 256)]
    [InlineData(64, 64)]
    public void Tiles_of_large_pictures_are_reduced(int side, int expected) =>
        Assert.Equal((expected, expected), SheetTile.Size(side, side));

    [Fact]
    public void A_reduced_tile_is_the_average_of_what_it_covers()
    {
        const int side = 512;
        byte[] face = new byte[side * side * 4];
        for (int i = 0; i < face.Length; i++)
        {
            face[i] = (byte)((i / 4 % side % 2 + i / 4 / side % 2) * 100);    // 0 100 / 100 200
        }

        byte[] tile = new byte[256 * 256 * 4];
        SheetTile.Reduce(face, side, side, tile);
        Assert.All(tile, value => Assert.Equal(100, value));
    }

    private static void Settle(PictureDesk desk, bool sheet = false)
    {
        while (desk.IsWaiting)
        {
            desk.WaitForResult();
            desk.TakeResult(sheet, out _);
        }
    }
}
