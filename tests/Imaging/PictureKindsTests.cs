namespace LatentWalk.Imaging.Tests;

/// <summary>One drawing in every kind of file, against what ImageMagick decodes it to.</summary>
public sealed class PictureKindsTests
{
    [Theory]
    [InlineData("rgb8.png", 0)]
    [InlineData("rgb16.png", 1)]
    [InlineData("grey1.png", 0)]
    [InlineData("grey2.png", 0)]
    [InlineData("grey8.png", 0)]
    [InlineData("grey16.png", 1)]
    [InlineData("greyalpha8.png", 1)]
    // ImageMagick rounds the alpha of this one upwards.
    [InlineData("greyalpha16.png", 2)]
    [InlineData("rgba8.png", 1)]
    [InlineData("rgba16.png", 1)]
    [InlineData("palette2.png", 0)]
    [InlineData("palette4.png", 0)]
    [InlineData("palettealpha8.png", 0)]
    [InlineData("interlaced.png", 0)]
    [InlineData("animated.png", 0)]
    [InlineData("baseline.jpg", 3)]
    [InlineData("progressive.jpg", 3)]
    [InlineData("grey.jpg", 2)]
    // Inks are mixed before or after rounding.
    [InlineData("cmyk.jpg", 10)]
    [InlineData("lossless.webp", 0)]
    [InlineData("lossy.webp", 2)]
    [InlineData("alpha.webp", 1)]
    [InlineData("animated.webp", 0)]
    [InlineData("still.gif", 0)]
    [InlineData("interlaced.gif", 0)]
    [InlineData("transparent.gif", 0)]
    [InlineData("animated.gif", 0)]
    public void A_picture_decodes_as_other_programs_decode_it(string name, int tolerance)
    {
        byte[] expected = SamplePictures.ExpectedRgb(name);

        // Padding 24x16 to 24x24 moves it down by 4 rows and scales nothing.
        byte[] square = PictureFile.Load(SamplePictures.Path(name), SamplePictures.Width, Fit.Pad);

        ReadOnlySpan<byte> actual = square.AsSpan(3 * SamplePictures.Width * 4, expected.Length);
        int worst = 0;
        for (int i = 0; i < expected.Length; i++)
        {
            worst = Math.Max(worst, Math.Abs(expected[i] - actual[i]));
        }

        Assert.True(worst <= tolerance, $"{name}: differs by {worst} levels, {tolerance} allowed");
    }

    /// <summary>ImageMagick smooths chroma of half resolution; here it is repeated.</summary>
    [Fact]
    public void A_subsampled_JPEG_differs_at_the_edges_of_colours_only()
    {
        byte[] expected = SamplePictures.ExpectedRgb("subsampled.jpg");

        byte[] square = PictureFile.Load(SamplePictures.Path("subsampled.jpg"), SamplePictures.Width, Fit.Pad);

        ReadOnlySpan<byte> actual = square.AsSpan(3 * SamplePictures.Width * 4, expected.Length);
        Assert.InRange(expected.Zip(actual.ToArray(), (a, b) => Math.Abs(a - b)).Average(), 0, 12);
    }

    [Theory]
    [InlineData(Fit.Pad)]
    [InlineData(Fit.Crop)]
    public void The_ending_of_the_name_does_not_matter(Fit fit)
    {
        using TemporaryFolder folder = new();
        string misnamed = folder.Put("actually-a-webp.jpg", SamplePictures.Bytes("lossless.webp"));

        Assert.Equal(PictureFile.Load(SamplePictures.Path("lossless.webp"), 8, fit), PictureFile.Load(misnamed, 8, fit));
    }

    [Fact]
    public void Loading_in_parallel_gives_the_same_bytes_as_loading_in_turn()
    {
        string[] names = ["rgb8.png", "interlaced.png", "progressive.jpg", "cmyk.jpg", "alpha.webp", "animated.webp", "animated.gif"];
        byte[][] expected = [.. names.Select(name => PictureFile.Load(SamplePictures.Path(name), 16, Fit.Crop))];

        Parallel.For(0, 350, i =>
            Assert.Equal(expected[i % names.Length], PictureFile.Load(SamplePictures.Path(names[i % names.Length]), 16, Fit.Crop)));
    }
}
