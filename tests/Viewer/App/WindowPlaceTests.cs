using LatentWalk.Viewer.App;
using Silk.NET.Maths;

namespace LatentWalk.Viewer.Tests.App;

public sealed class WindowPlaceTests
{
    // A large one, a smaller one to its right, one above that.
    private static readonly Rectangle<int>[] Screens =
    [
        new(new Vector2D<int>(0, 0), new Vector2D<int>(2560, 1440)),
        new(new Vector2D<int>(2560, 200), new Vector2D<int>(1920, 1080)),
        new(new Vector2D<int>(2560, -880), new Vector2D<int>(1920, 1080)),
    ];

    [Theory]
    [InlineData(1, 3000, 300, 0)]
    [InlineData(2, 100, 100, 1)]
    [InlineData(3, 100, 100, 2)]
    [InlineData(0, 100, 100, 0)]
    [InlineData(0, 3000, 300, 1)]
    [InlineData(0, 3000, -5, 2)]
    [InlineData(0, -500, -500, 0)]    // on none of them: half dragged off the desk
    [InlineData(4, 3000, 300, 1)]     // one that was unplugged
    public void Full_screen_fills_the_monitor_of_the_settings_or_the_one_the_window_is_on(int number, int x, int y, int expected) =>
        Assert.Equal(expected, WindowPlace.Choose(Screens, number, new Vector2D<int>(x, y)));
}
