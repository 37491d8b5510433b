using LatentWalk.Core.Latents;
using LatentWalk.Viewer.App;
using LatentWalk.Viewer.Working;

namespace LatentWalk.Viewer.Tests.Working;

public sealed class PictureWorkerTests
{
    private static readonly float[] Tiles = Latent.FromSeed(9, 64 * CountingSource.Size);

    [Fact]
    public void A_slow_generator_answers_the_newest_request_and_skips_the_ones_between()
    {
        using CountingSource source = new() { RunMilliseconds = 30 };
        using PictureDesk desk = new();
        float[] z = Latent.FromSeed(1, CountingSource.Size);
        for (int frame = 0; frame < 40; frame++)
        {
            z[0] = frame * 0.01f;
            desk.Order(PictureSlot.Face, source, z, [], 1, null);
            desk.Send();
            desk.Take();
            Thread.Sleep(3);
        }

        Settle(desk);
        Assert.InRange(source.Runs, 2, 30);
        Assert.True(desk.Replaced >= 10, $"{desk.Replaced} requests were replaced");
        Assert.Equal(z, desk.Face.Z);
    }

    [Fact]
    public void What_is_ordered_again_unchanged_is_not_made_again()
    {
        using CountingSource source = new();
        using PictureDesk desk = new();
        for (int frame = 0; frame < 20; frame++)
        {
            desk.Order(PictureSlot.Face, source, Face(1), [], 1, 1);
            desk.OrderSheet(source, Tiles, [], 64, 1, version: 5);
            desk.Send();
            Settle(desk);
        }

        Assert.Equal(65, source.Latents);
        desk.Order(PictureSlot.Face, source, Face(1), [], 0.5f, 1);
        desk.Send();
        Settle(desk);
        Assert.Equal(66, source.Latents);
        Assert.Equal(0.5f, desk.Face.Truncation);
    }

    [Fact]
    public void Each_slot_gets_the_picture_of_its_own_source_latent_and_truncation()
    {
        using CountingSource first = new();
        using CountingSource second = new();
        using PictureDesk desk = new();
        desk.Order(PictureSlot.Face, first, Face(1), [], 1, 1);
        desk.Order(PictureSlot.Other, second, Face(2), [], 0.5f, null);
        desk.OrderSheet(first, Tiles, [], 64, 1, version: 1);
        desk.Send();
        Settle(desk);
        Assert.Equal(Expected(Face(1), 1), desk.Face.Rgba);
        Assert.Equal(Expected(Face(2), 0.5f), desk.Other.Rgba);
        Assert.Same(second, desk.Other.Source);
        Assert.Equal(1, second.Latents);
        int bytes = CountingSource.Side * CountingSource.Side * 4;
        for (int tile = 0; tile < 64; tile++)
        {
            float[] z = Tiles.AsSpan(tile * CountingSource.Size, CountingSource.Size).ToArray();
            Assert.Equal(Expected(z, 1), desk.Sheet.Rgba.AsSpan(tile * bytes, bytes).ToArray());
        }
    }

    [Fact]
    public void The_condition_reaches_the_generator_and_comes_back_with_the_picture()
    {
        using CountingSource source = new() { Classes = 3 };
        using PictureDesk desk = new();
        float[] c = [0, 0.25f, 0.75f];
        desk.Order(PictureSlot.Face, source, Face(1), c, 1, null);
        desk.Send();
        Settle(desk);
        Assert.Equal(c, source.Condition);
        Assert.Equal(c, desk.Face.C);
        c[1] = 0.5f;
        desk.Order(PictureSlot.Face, source, Face(1), c, 1, null);
        desk.Send();
        Settle(desk);
        Assert.Equal(2, source.Runs);
    }

    [Fact]
    public void Pictures_of_a_generator_that_was_left_are_dropped_and_it_may_be_disposed_at_once()
    {
        CountingSource old = new() { RunMilliseconds = 40 };
        using CountingSource next = new();
        using PictureDesk desk = new();
        desk.Order(PictureSlot.Face, old, Face(1), [], 1, null);
        desk.Send();
        Thread.Sleep(10);
        desk.Order(PictureSlot.Face, next, Face(1), [], 1, null);
        desk.Send();
        old.Dispose();
        Settle(desk);
        Assert.Same(next, desk.Face.Source);
        Assert.True(desk.Fade.Previous.IsEmpty);
    }

    [Fact]
    public void A_sheet_comes_in_parts_and_stops_when_it_is_cancelled()
    {
        using CountingSource source = new() { RunMilliseconds = 20 };
        using PictureDesk desk = new();
        desk.OrderSheet(source, Tiles, [], 64, 1, version: 1);
        desk.Send();
        desk.WaitForResult(5000);
        Assert.Equal(1, desk.Take().Pictures);
        Assert.False(desk.Sheet.IsEmpty);
        Assert.InRange(desk.Sheet.Ready, 8, 56);
        desk.Cancel(PictureSlot.Sheet);
        desk.Order(PictureSlot.Face, source, Face(1), [], 1, null);
        desk.Send();
        Settle(desk);
        Thread.Sleep(50);
        Assert.True(source.Latents < 64, $"{source.Latents} faces were made for a sheet that was closed");
        Assert.False(desk.Face.IsEmpty);
    }

    [Fact]
    public void Faces_go_between_the_parts_of_a_sheet_and_neither_starves()
    {
        using CountingSource source = new() { RunMilliseconds = 5 };
        using PictureDesk desk = new();
        float[] z = Face(1);
        desk.OrderSheet(source, Tiles, [], 64, 1, version: 1);
        int faces = 0;
        long last = 0;
        for (int frame = 0; desk.Sheet.IsEmpty || desk.Sheet.Ready < 64; frame++)
        {
            Assert.True(frame < 2000, $"the sheet is still at {desk.Sheet.Ready} of 64");
            z[0] = frame * 0.001f;
            desk.Order(PictureSlot.Face, source, z, [], 1, null);
            desk.OrderSheet(source, Tiles, [], 64, 1, version: 1);
            desk.Send();
            desk.WaitForResult();
            desk.Take();
            faces += desk.Face.Version > last ? 1 : 0;
            last = desk.Face.Version;
        }

        // Eight batches of eight, a face before each.
        Assert.True(faces >= 6, $"{faces} faces while the sheet was made");
        Assert.Equal(64 + source.Runs - 8, source.Latents);
    }

    [Fact]
    public void A_small_sheet_that_changes_with_every_frame_is_shown_whole_again_and_again()
    {
        using CountingSource source = new() { RunMilliseconds = 4 };
        using PictureDesk desk = new();
        float[] z = Face(1);
        int faces = 0;
        HashSet<long> sheets = [];
        for (int frame = 0; frame < 60; frame++)
        {
            z[0] = frame * 0.01f;
            desk.Order(PictureSlot.Face, source, z, [], 1, null);
            desk.OrderSheet(source, Tiles.AsSpan(frame, 9 * CountingSource.Size), [], 9, 1, version: frame + 1, whole: true);
            desk.Send();
            Thread.Sleep(4);
            faces += desk.Take().Pictures;
            if (!desk.Sheet.IsEmpty)
            {
                Assert.Equal(9, desk.Sheet.Ready);
                sheets.Add(desk.Sheet.OrderVersion);
            }
        }

        Assert.True(sheets.Count >= 5, $"{sheets.Count} sheets in 60 frames");
        Assert.True(faces >= 10, $"{faces} pictures in 60 frames");
        Settle(desk);
        Assert.Equal(60, desk.Sheet.OrderVersion);
    }

    [Fact]
    public void A_new_sheet_that_is_not_kept_whole_takes_the_old_one_off_the_screen_at_once()
    {
        using CountingSource source = new();
        using PictureDesk desk = new();
        desk.OrderSheet(source, Tiles, [], 64, 1, version: 1);
        desk.Send();
        Settle(desk);
        Assert.False(desk.Sheet.IsEmpty);
        desk.OrderSheet(source, Tiles, [], 64, 1, version: 2);
        Assert.True(desk.Sheet.IsEmpty);
    }

    [Fact]
    public void A_run_that_fails_is_reported_and_the_next_one_is_tried()
    {
        using CountingSource source = new() { Failure = "the device was removed" };
        using PictureDesk desk = new();
        desk.Order(PictureSlot.Face, source, Face(1), [], 1, null);
        desk.OrderSheet(source, Tiles, [], 64, 1, version: 1);
        desk.Send();
        List<string> errors = [];
        while (desk.IsWaiting)
        {
            desk.WaitForResult();
            if (desk.Take().Error is { } error)
            {
                errors.Add(error);
            }
        }

        Assert.All(errors, error => Assert.Equal("the device was removed", error));
        Assert.NotEmpty(errors);
        source.Failure = null;
        desk.Order(PictureSlot.Face, source, Face(2), [], 1, null);
        desk.OrderSheet(source, Tiles, [], 64, 1, version: 2);
        desk.Send();
        Settle(desk);
        Assert.False(desk.Face.IsEmpty);
        Assert.Equal(64, desk.Sheet.Ready);
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

    private static float[] Face(ulong seed) => Latent.FromSeed(seed, CountingSource.Size);

    private static byte[] Expected(float[] z, float truncation)
    {
        using CountingSource source = new();
        byte[] rgba = new byte[CountingSource.Side * CountingSource.Side * 4];
        source.Run([.. z.Select(value => value * truncation)], [], 1, rgba);
        return rgba;
    }

    private static void Settle(PictureDesk desk)
    {
        while (desk.IsWaiting)
        {
            desk.WaitForResult();
            desk.Take();
        }
    }
}
