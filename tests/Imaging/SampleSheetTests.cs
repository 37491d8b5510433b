namespace LatentWalk.Imaging.Tests;

public sealed class SampleSheetTests
{
    [Fact]
    public void Pictures_lie_row_by_row_on_a_dark_ground()
    {
        byte[][] pictures = [Flat(10), Flat(20), Flat(30), Flat(40), Flat(50)];

        (byte[] sheet, int width, int height) = SampleSheet.Compose(pictures, 3, 2, columns: 2, gap: 1);

        Assert.Equal((9, 10), (width, height));
        Assert.Equal("1 1 1 1 1 1 1 1 1", Row(sheet, width, 0));
        Assert.Equal("1 10 10 10 1 20 20 20 1", Row(sheet, width, 1));
        Assert.Equal("1 10 10 10 1 20 20 20 1", Row(sheet, width, 2));
        Assert.Equal("1 1 1 1 1 1 1 1 1", Row(sheet, width, 3));
        Assert.Equal("1 30 30 30 1 40 40 40 1", Row(sheet, width, 4));
        Assert.Equal("1 50 50 50 1 1 1 1 1", Row(sheet, width, 8));
        Assert.All(sheet.Where((_, i) => i % 4 == 3), alpha => Assert.Equal(255, alpha));
    }

    [Fact]
    public void Scale_makes_squares_of_pixels_and_leaves_the_gap()
    {
        byte[] picture = [10, 10, 10, 255, 20, 20, 20, 255];

        (byte[] sheet, int width, int height) = SampleSheet.Compose([picture, picture], 2, 1, columns: 8, gap: 2, scale: 3);

        Assert.Equal((2 + 6 + 2 + 6 + 2, 2 + 3 + 2), (width, height));
        Assert.Equal("1 1 10 10 10 20 20 20 1 1 10 10 10 20 20 20 1 1", Row(sheet, width, 2));
        Assert.Equal(Row(sheet, width, 2), Row(sheet, width, 4));
        Assert.DoesNotContain("10", Row(sheet, width, 5), StringComparison.Ordinal);
    }

    [Fact]
    public void Transparent_pixels_show_the_ground()
    {
        (byte[] sheet, int width, _) = SampleSheet.Compose([[200, 200, 200, 0]], 1, 1, columns: 1, gap: 0);

        Assert.Equal("1", Row(sheet, width, 0));
        Assert.Equal(255, sheet[3]);
    }

    [Fact]
    public void Wrong_arguments_are_told()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleSheet.Compose([], 1, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleSheet.Compose([Flat(1)], 3, 2, 0));
        Assert.Throws<ArgumentException>(() => SampleSheet.Compose([Flat(1), new byte[3]], 3, 2, 2));
    }

    private static byte[] Flat(byte level)
    {
        byte[] rgba = new byte[4 * 3 * 2];
        Array.Fill(rgba, level);
        for (int i = 3; i < rgba.Length; i += 4)
        {
            rgba[i] = 255;
        }

        return rgba;
    }

    /// <summary>The red of each pixel; 1 for the ground.</summary>
    private static string Row(byte[] sheet, int width, int y) => string.Join(' ', Enumerable.Range(0, width).Select(x =>
        sheet.AsSpan(4 * ((y * width) + x), 3).SequenceEqual<byte>([18, 19, 23]) ? 1 : sheet[4 * ((y * width) + x)]));
}
