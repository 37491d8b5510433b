using System.Text;
using LatentWalk.Trainer.Prepare.Detection;

namespace LatentWalk.Trainer.Tests.Prepare.Detection;

public sealed class FaceDetectorTests
{
    // How many windows OpenCV 4.6 looks at: a cascade that takes everything, without grouping.
    [Theory]
    [InlineData(245, 126, 1.2, 30, 11541)]
    [InlineData(64, 64, 1.1, 24, 1443)]
    [InlineData(64, 64, 1.3, 24, 689)]
    [InlineData(200, 151, 1.05, 24, 66974)]
    [InlineData(97, 233, 1.15, 40, 6259)]
    [InlineData(500, 31, 1.1, 24, 1994)]
    public void The_same_windows_are_searched_as_by_OpenCV(int width, int height, double factor, int least, int windows)
    {
        var detector = new FaceDetector(Read(CascadeXml.Text()), new DetectorOptions { ScaleFactor = factor, MinNeighbours = 0, MinSide = least });
        var image = new GreyImage(new byte[width * height], width, height);
        Assert.Equal(windows, detector.Find(image).Count);
        Assert.Equal(windows, detector.Find(image, threads: 4).Count);
    }

    [Fact]
    public void A_bright_square_among_dark_ones_is_found_where_it_is()
    {
        // Pattern 0: every cell around is darker than the one in the middle.
        var detector = new FaceDetector(Read(CascadeXml.Text(subset: "1 0 0 0 0 0 0 0")), new DetectorOptions { MinNeighbours = 2 });
        byte[] levels = new byte[160 * 120];
        for (int i = 0; i < levels.Length; i++)
        {
            bool inside = Math.Abs((i % 160) - 99.5) < 8 && Math.Abs((i / 160) - 49.5) < 8;
            levels[i] = inside ? (byte)250 : (byte)20;
        }

        List<FaceBox> found = detector.Find(new GreyImage(levels, 160, 120));
        Assert.NotEmpty(found);
        Assert.All(found, box => Assert.True(Math.Abs(box.X + (box.Width / 2.0) - 100) < 12 && Math.Abs(box.Y + (box.Height / 2.0) - 50) < 12, $"{box}"));
    }

    [Fact]
    public void Hits_on_each_other_are_joined_and_stray_ones_dropped()
    {
        FaceBox[] hits = [new(10, 10, 40, 40), new(12, 11, 40, 40), new(11, 12, 42, 42), new(200, 5, 30, 30)];
        FaceBox face = Assert.Single(RectangleGrouping.Group(hits, 2));
        Assert.Equal(new FaceBox(11, 11, 41, 41, 3), face);
        Assert.Equal(4, RectangleGrouping.Group(hits, 0).Count);
    }

    [Fact]
    public void Pictures_smaller_than_a_face_have_none() =>
        Assert.Empty(new FaceDetector(Read(CascadeXml.Text()), new DetectorOptions()).Find(new GreyImage(new byte[20 * 300], 20, 300)));

    private static Cascade Read(string xml)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(xml));
        return CascadeFile.Read(stream, "test");
    }
}
