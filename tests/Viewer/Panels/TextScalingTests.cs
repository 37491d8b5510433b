using LatentWalk.Viewer.Panels;

namespace LatentWalk.Viewer.Tests.Panels;

public sealed class TextScalingTests
{
    [Theory]
    [InlineData(480, 360, 1, 1, 1)]
    [InlineData(640, 480, 1, 1, 2)]
    [InlineData(960, 720, 1, 1, 2)]
    [InlineData(1920, 1080, 1, 1, 4)]
    [InlineData(3840, 2160, 1, 1, 7)]
    [InlineData(1280, 960, 2, 1, 3)]      // a dense display: the same window has four times the pixels
    [InlineData(1920, 1080, 1, 1.5, 5)]
    [InlineData(1920, 1080, 1, 0.5, 2)]
    [InlineData(640, 480, 1, 3, 2)]       // as large as leaves room for a line
    [InlineData(64, 64, 1, 1, 1)]
    public void Text_grows_with_the_window_the_density_and_the_wish(int width, int height, double density, double wish, int expected) =>
        Assert.Equal(expected, TextScaling.For(width, height, (float)density, (float)wish));
}
