using LatentWalk.Viewer.Panels;
using LatentWalk.Viewer.Settings;
using LatentWalk.Walking;
using LatentWalk.Walking.Tests;

namespace LatentWalk.Viewer.Tests.Panels;

public sealed class HudFadeTests
{
    private static readonly ViewerSettings Six = ViewerSettings.Default with { HudFadeSeconds = 6 };

    [Theory]
    [InlineData(0, 1)]
    [InlineData(5.9, 1)]
    [InlineData(6.6, 0.5)]
    [InlineData(7.3, 0)]
    [InlineData(500, 0)]
    public void Text_goes_when_nobody_is_there(double idle, double opacity) =>
        Assert.Equal(opacity, HudFade.Opacity(Idle(idle), Six), 1e-3);

    [Fact]
    public void With_reduced_motion_it_goes_at_once_and_with_no_time_set_it_stays()
    {
        Assert.Equal(0, HudFade.Opacity(Idle(6.1), Six with { ReducedMotion = true }));
        Assert.Equal(1, HudFade.Opacity(Idle(500), Six with { HudFadeSeconds = 0 }));
    }

    [Fact]
    public void What_went_wrong_and_an_open_screen_stay()
    {
        Assert.Equal(1, HudFade.Opacity(Idle(500) with { Problem = "no disk" }, Six));
        Assert.Equal(1, HudFade.Opacity(Idle(500) with { Screen = Screen.Menu }, Six));
    }

    private static WalkState Idle(double seconds) => Walks.Begin() with { IdleSeconds = seconds };
}
