namespace LatentWalk.Quality.Tests;

public class QualityReferenceTests
{
    private const int Size = 32;

    private static readonly QualitySettings s_settings = new() { Patches = 2048, Directions = 32, Pixels = 2048, Threads = 2 };
    private static readonly PictureSample s_real = Sample(seed => Picture.Disc(Size, seed), 300);
    private static readonly QualityReference s_reference = new(s_real, s_settings);

    [Fact]
    public void Other_pictures_of_the_same_kind_score_as_the_data()
    {
        var values = s_reference.Measure(Sample(seed => Picture.Disc(Size, 5000 + seed), 200));

        Assert.Equal((200, 300), (values.Samples, values.Pictures));
        Assert.InRange(values.Swd, 0, 60);
        Assert.InRange(values.Kid, -0.05, 0.05);
        Assert.InRange(values.Precision, 0.8, 1);
        Assert.InRange(values.Coverage, 0.7, 1);
        Assert.InRange(values.Nearest, 0.85, 1.2);
        Assert.InRange(values.Diversity, 0.9, 1.1);
        Assert.InRange(values.Sharpness, 0.9, 1.1);
        Assert.InRange(values.FlatColour, 0.99, 1.01);
        Assert.Equal((0, 0), (values.Noise, values.NoiseOfData));
        Assert.InRange(values.Checkerboard / values.CheckerboardOfData, 0.7, 1.3);
    }

    [Fact]
    public void Each_fault_moves_the_number_that_is_made_for_it()
    {
        var good = s_reference.Measure(Sample(seed => Picture.Disc(Size, 5000 + seed), 200));
        var noisy = s_reference.Measure(Sample(seed => Picture.Disc(Size, 5000 + seed, noise: 12), 200));
        var blurred = s_reference.Measure(Sample(seed => Picture.Blurred(Picture.Disc(Size, 5000 + seed), Size), 200));
        var copied = s_reference.Measure(Sample(seed => Picture.Disc(Size, seed % 20), 200));
        var collapsed = s_reference.Measure(Sample(_ => Picture.Disc(Size, 5003), 200));
        var tinted = s_reference.Measure(Sample(seed => [.. Picture.Disc(Size, 5000 + seed).Select((level, at) => (byte)(at % 3 == 0 ? level / 2 : level))], 200));

        Assert.True(noisy.Noise > 0.03 && noisy.Swd > 1.5 * good.Swd && noisy.FlatColour < 0.9, $"{noisy}");
        Assert.True(blurred.Sharpness < 0.75 && blurred.Swd > 1.2 * good.Swd, $"{blurred} {good}");
        Assert.Equal(0, copied.Nearest);
        Assert.True(copied.Coverage < 0.5, $"{copied}");
        Assert.Equal(0, collapsed.Diversity);
        Assert.True(collapsed.Recall < 0.05, $"{collapsed}");
        Assert.True(tinted.Palette > 3 * good.Palette && tinted.Kid > 0.1 && tinted.Fid > 2 * good.Fid, $"{tinted}");
    }

    [Fact]
    public void The_same_pictures_give_the_same_numbers_to_the_bit_whatever_the_threads()
    {
        var pictures = (ulong seed) => Picture.Disc(Size, 9000 + seed, noise: 5);
        var one = s_settings with { Threads = 1 };
        string whole = new QualityReference(Sample(seed => Picture.Disc(Size, seed), 300, one), one).Measure(Sample(pictures, 100, one)).ToString();
        var parts = s_reference.Measure(Sample(pictures, 100, group: 7));
        var again = s_reference.Measure(Sample(pictures, 100));

        Assert.Equal(whole, again.ToString());
        Assert.Equal(again.SwdLevels, parts.SwdLevels);
        Assert.Equal((again.Fid, again.Kid, again.Palette), (parts.Fid, parts.Kid, parts.Palette));
    }

    [Fact]
    public void The_nearest_of_a_picture_are_told_in_order()
    {
        var sample = Sample(seed => Picture.Disc(Size, seed + 40), 10);

        var nearest = s_reference.NearestTo(sample, 3, 5);

        Assert.Equal(43, nearest[0]);
        Assert.Equal(5, nearest.Distinct().Count());
        Assert.Equal(43, s_reference.Neighbours(sample).Indices[3]);
    }

    [Fact]
    public void A_sample_is_not_finished_before_all_its_pictures_are_there()
    {
        var sampler = new PictureSampler(Size, 9, new MeanColours(), s_settings);
        sampler.Add(Picture.Disc(Size, 1), 1);

        Assert.Equal("8 of 9 pictures were not added.", Assert.Throws<InvalidOperationException>(sampler.Finish).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new PictureSampler(7, 9, new MeanColours(), s_settings));
    }

    private static PictureSample Sample(Func<ulong, byte[]> picture, int count, QualitySettings? settings = null, int group = 64)
    {
        var sampler = new PictureSampler(Size, count, new MeanColours(), settings ?? s_settings);
        for (int first = 0; first < count; first += group)
        {
            int part = Math.Min(group, count - first);
            sampler.Add(Enumerable.Range(first, part).SelectMany(i => picture((ulong)i)).ToArray(), part);
        }

        return sampler.Finish();
    }
}
