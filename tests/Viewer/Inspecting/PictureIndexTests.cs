using LatentWalk.Core.Errors;
using LatentWalk.Imaging;
using LatentWalk.Viewer.Inspecting;

namespace LatentWalk.Viewer.Tests.Inspecting;

public sealed class PictureIndexTests : IDisposable
{
    private const int Side = 32;

    private readonly TempFolder temp = new();

    public void Dispose() => temp.Dispose();

    [Fact]
    public void A_copy_is_found_and_warned_of_also_in_a_mirror()
    {
        WriteSet(40);
        PictureIndex index = Build();
        Assert.Equal(40, index.Count);

        NearestAnswer copy = index.Find(Picture(17), Side, Side);
        Assert.Equal(3, copy.Nearest.Count);
        Assert.Equal((temp["set/17.png"], 0f, false), (copy.Nearest[0].Path, copy.Nearest[0].Distance, copy.Nearest[0].Mirrored));
        Assert.True(copy.TooClose);
        Assert.StartsWith("TOO CLOSE: 0.0 levels from a training picture, nearer than 99 of 100 of them are to one another (", copy.Words, StringComparison.Ordinal);

        NearestAnswer mirrored = index.Find(Mirror(Picture(17)), Side, Side);
        Assert.True(mirrored.TooClose && mirrored.Nearest[0] is { Mirrored: true, Distance: 0 });
        Assert.Contains("in a mirror", mirrored.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void The_nearest_are_those_of_a_plain_search_and_another_picture_is_no_copy()
    {
        WriteSet(40);
        PictureIndex index = Build();
        byte[] stranger = Picture(1000);

        NearestAnswer answer = index.Find(stranger, Side, Side);

        Assert.False(answer.TooClose);
        Assert.EndsWith("so this is no copy.", answer.Words, StringComparison.Ordinal);
        Assert.True(answer.Threshold > 0);
        string[] expected = [.. Enumerable.Range(0, 40).OrderBy(i => Math.Min(Distance(stranger, Picture(i)), Distance(Mirror(stranger), Picture(i)))).Take(3).Select(i => temp[$"set/{i}.png"])];
        Assert.Equal(expected, answer.Nearest.Select(near => near.Path));
    }

    [Fact]
    public void The_threshold_is_the_first_percentile_of_the_distances_within_the_set_and_ignores_double_files()
    {
        WriteSet(40);
        PngFile.Write(temp["set/again.png"], Picture(3), Side, Side);

        float[] nearest = [.. Enumerable.Range(0, 40).Select(own => (float)Enumerable.Range(0, 40).Where(i => i != own)
            .Min(i => Math.Min(Distance(Picture(own), Picture(i)), Distance(Mirror(Picture(own)), Picture(i))))).Order()];

        Assert.Equal(nearest[0], Build().Threshold, 1e-3f);
    }

    [Fact]
    public void Bad_pictures_are_left_out_and_counted_and_progress_is_told()
    {
        WriteSet(5);
        File.WriteAllText(temp["set/bad.png"], "no picture");
        int told = 0;
        PictureIndex index = PictureIndex.Build(temp["set"], Side, Fit.Crop, (_, all) => told = all, CancellationToken.None);
        Assert.Equal((5, 1, 6, 6), (index.Count, index.Skipped, index.Found, told));
        NearestAnswer answer = index.Find(Picture(2), Side, Side);
        Assert.False(answer.TooClose);
        Assert.Equal("the nearest training picture is 0.0 levels away; 5 pictures are too few to tell what is too close.", answer.Words);
    }

    [Fact]
    public void A_set_without_any_picture_says_so()
    {
        Directory.CreateDirectory(temp["set"]);
        File.WriteAllText(temp["set/bad.png"], "no picture");
        Assert.Contains("has no picture that can be read (1 files tried)", Assert.Throws<BadDataException>(() => Build()).Message, StringComparison.Ordinal);
    }

    private PictureIndex Build() => PictureIndex.Build(temp["set"], Side, Fit.Crop, null, CancellationToken.None);

    private void WriteSet(int count)
    {
        Directory.CreateDirectory(temp["set"]);
        for (int i = 0; i < count; i++)
        {
            PngFile.Write(temp[$"set/{i}.png"], Picture(i), Side, Side);
        }
    }

    // A bright disc somewhere on a coloured ground.
    private static byte[] Picture(int seed)
    {
        Random random = new(seed);
        (int cx, int cy, int radius) = (random.Next(4, 28), random.Next(4, 28), random.Next(4, 12));
        byte[] ground = [(byte)random.Next(256), (byte)random.Next(256), (byte)random.Next(256)];
        byte[] disc = [(byte)random.Next(256), (byte)random.Next(256), (byte)random.Next(256)];
        var rgba = new byte[Side * Side * 4];
        for (int i = 0; i < Side * Side; i++)
        {
            (int x, int y) = (i % Side, i / Side);
            ((((x - cx) * (x - cx)) + ((y - cy) * (y - cy)) < radius * radius) ? disc : ground).CopyTo(rgba, i * 4);
            rgba[(i * 4) + 3] = 255;
        }

        return rgba;
    }

    private static byte[] Mirror(byte[] rgba)
    {
        var mirrored = new byte[rgba.Length];
        for (int i = 0; i < Side * Side; i++)
        {
            rgba.AsSpan(((i / Side * Side) + Side - 1 - (i % Side)) * 4, 4).CopyTo(mirrored.AsSpan(i * 4));
        }

        return mirrored;
    }

    // The definition, in double precision: colours of the 16x16 picture and rises of its brightness, root mean square.
    private static double Distance(byte[] a, byte[] b)
    {
        (double[] p, double[] q) = (Features(a), Features(b));
        return Math.Sqrt(p.Zip(q, (x, y) => (x - y) * (x - y)).Sum() / (16 * 16 * 3));
    }

    private static double[] Features(byte[] rgba)
    {
        var rgb = new double[16 * 16 * 3];
        for (int i = 0; i < rgb.Length; i++)
        {
            (int x, int y, int channel) = (i / 3 % 16 * 2, i / 3 / 16 * 2, i % 3);
            int sum = rgba[(((y * Side) + x) * 4) + channel] + rgba[(((y * Side) + x + 1) * 4) + channel]
                + rgba[((((y + 1) * Side) + x) * 4) + channel] + rgba[((((y + 1) * Side) + x + 1) * 4) + channel];
            rgb[i] = (sum + 2) / 4;
        }

        double Light(int x, int y) => (0.299 * rgb[((y * 16) + x) * 3]) + (0.587 * rgb[(((y * 16) + x) * 3) + 1]) + (0.114 * rgb[(((y * 16) + x) * 3) + 2]);
        IEnumerable<double> edges = Enumerable.Range(0, 256).SelectMany(i => (double[])
            [i % 16 < 15 ? 1.5 * (Light((i % 16) + 1, i / 16) - Light(i % 16, i / 16)) : 0, i / 16 < 15 ? 1.5 * (Light(i % 16, (i / 16) + 1) - Light(i % 16, i / 16)) : 0]);
        return [.. rgb, .. edges];
    }
}
