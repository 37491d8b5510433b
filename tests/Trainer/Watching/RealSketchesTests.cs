using LatentWalk.Core.Randomness;
using LatentWalk.Trainer.Data;
using LatentWalk.Trainer.Watching;

namespace LatentWalk.Trainer.Tests.Watching;

public sealed class RealSketchesTests
{
    private const int Size = 16;

    [Fact]
    public void Pictures_of_the_same_kind_cannot_be_told_apart()
    {
        using var set = Set(0, 400);

        var signs = RealSketches.Of(set, mirror: false).Compare(Sketches(1000, 64))!;

        Assert.InRange(signs.Diversity, 0.95, 1.05);
        Assert.InRange(signs.Variety, 0.9, 1.1);
        Assert.InRange(signs.Nearest!.Value, 0.9, 1.1);
        Assert.InRange(signs.Distance, -0.02, 0.02);
    }

    [Fact]
    public void One_picture_for_all_is_seen_at_once()
    {
        using var set = Set(0, 100);

        var signs = RealSketches.Of(set, mirror: false).Compare([.. Enumerable.Repeat(Sketches(1000, 1)[0], 64)])!;

        Assert.Equal((0, 0), (signs.Diversity, signs.Variety));
        Assert.InRange(signs.Distance, 0.2, 2);
    }

    [Fact]
    public void Copies_have_no_distance_to_the_nearest()
    {
        using var set = Set(0, 100);
        var real = RealSketches.Of(set, mirror: false);

        Assert.Equal(0, real.Compare(Sketches(0, 64))!.Nearest);
        Assert.Equal([7, 3], new[] { 7, 3 }.Select(index => real.NearestTo(Sketches(index, 1)[0], 1)[0].Index));
    }

    [Fact]
    public void A_mirrored_copy_is_a_copy_where_the_run_mirrors()
    {
        using var set = Set(0, 100);
        float[] turned = new float[3 * Size * Size];
        Sketch.OfRgb(Picture(5), Size, mirror: true, new float[turned.Length], turned);

        Assert.Equal((5, 0), RealSketches.Of(set, mirror: true).NearestTo(turned, 1)[0]);
        Assert.NotEqual(0, RealSketches.Of(set, mirror: false).NearestTo(turned, 1)[0].Distance);
    }

    [Fact]
    public void A_picture_is_no_neighbour_of_its_own_mirror_image()
    {
        // Symmetric pictures: each is its own mirror image, and yet the nearest other one is far.
        byte[][] symmetric = [.. Enumerable.Range(0, 40).Select(i => Mirrored(Picture(i)))];
        using var set = new PictureSet(symmetric, Size, []);

        Assert.Equal(RealSketches.Of(set, mirror: false).NearestAmong, RealSketches.Of(set, mirror: true).NearestAmong, 1e-9);
    }

    [Fact]
    public void One_picture_alone_or_equal_ones_allow_no_comparison()
    {
        using var one = Set(0, 1);
        using var equal = new PictureSet([Picture(1), Picture(1), Picture(1)], Size, []);

        Assert.Null(RealSketches.Of(one, mirror: false).Compare(Sketches(0, 8)));
        Assert.Null(RealSketches.Of(equal, mirror: false).Compare(Sketches(0, 8)));
    }

    private static PictureSet Set(int first, int count) => new([.. Enumerable.Range(first, count).Select(Picture)], Size, []);

    private static float[][] Sketches(int first, int count) => [.. Enumerable.Range(first, count).Select(i =>
    {
        float[] sketch = new float[3 * Size * Size];
        Sketch.OfRgb(Picture(i), Size, mirror: false, new float[sketch.Length], sketch);
        return sketch;
    })];

    private static byte[] Picture(int index)
    {
        var random = new CounterRandom(7, (ulong)index, Purpose.Sample);
        byte[] rgb = new byte[3 * Size * Size];
        foreach (ref byte level in rgb.AsSpan())
        {
            level = (byte)random.NextUInt32();
        }

        return rgb;
    }

    private static byte[] Mirrored(byte[] rgb)
    {
        for (int y = 0; y < Size; y++)
        {
            for (int x = 0; x < Size / 2; x++)
            {
                rgb.AsSpan(3 * ((y * Size) + x), 3).CopyTo(rgb.AsSpan(3 * ((y * Size) + Size - 1 - x)));
            }
        }

        return rgb;
    }
}
