using LatentWalk.Exporter.Tests.Web.Browser;
using LatentWalk.Imaging;
using Xunit;

namespace LatentWalk.Exporter.Tests.Web;

/// <summary>How the page looks, saved under artifacts/ for people, and measured: pixels are whole, controls within reach.</summary>
[Collection(OneSite.Name)]
public sealed class LooksTests(SiteFixture site)
{
    [ChromiumFact]
    public void Every_pixel_of_the_picture_is_a_square_of_whole_pixels_on_a_desk_and_on_a_phone()
    {
        using var page = site.Open("avatars", "#seed=29");
        page.WaitFor("!document.getElementById('toast').classList.contains('shown')", 10);
        foreach (var (name, width, height, dots, phone) in new[]
        {
            ("page-desktop", 1280, 800, 1.0, false), ("page-large", 1920, 1080, 1.25, false), ("page-phone", 416, 840, 2.625, true),
            ("page-small-phone", 320, 568, 2.0, true), ("page-phone-on-its-side", 840, 416, 2.625, true),
        })
        {
            page.Resize(width, height, dots, phone);
            ShownPicture.AtRest(page);
            page.WaitFor($"devicePixelRatio === {dots} && innerWidth === {width} && innerHeight === {height}", 10);
            Thread.Sleep(300);
            var (rgba, pixelWidth, _) = PngFile.Read(page.Screenshot(name));

            // The picture's box on the screen, in its own pixels, is whole and a whole multiple of 64.
            var box = page.Evaluate($"(({{left, top, width, height}}) => [left, top, width, height].map(x => x * {dots}))(document.getElementById('picture').getBoundingClientRect())");
            double side = box[2].GetDouble();
            Assert.Equal(Math.Round(side / 64) * 64, side, 0.05);
            Assert.All([box[0].GetDouble(), box[1].GetDouble()], corner => Assert.Equal(Math.Round(corner), corner, 0.05));
            Assert.True(side >= 0.55 * Math.Min(width, height) * dots, $"{name}: the picture takes {side} of {Math.Min(width, height) * dots} pixels");
            Assert.Equal("0", page.Text("document.documentElement.scrollWidth - innerWidth"));
            Assert.Equal("0", page.Text("document.documentElement.scrollHeight - innerHeight"));
            Assert.True(Reachable(page), $"{name}: a control is outside of the screen");
            RequireSquares(rgba, pixelWidth, box[0].GetDouble(), box[1].GetDouble(), side, ShownPicture.Of(page), name);
        }
    }

    [ChromiumFact]
    public void Axes_and_help_fit_both()
    {
        using var page = site.Open("avatars", "#seed=29");
        foreach (var (name, width, height, dots, phone) in new[] { ("desktop", 1280, 800, 1.0, false), ("phone", 416, 840, 2.625, true), ("phone-on-its-side", 840, 416, 2.625, true) })
        {
            page.Resize(width, height, dots, phone);
            page.Click("[data-command=axes]");
            ShownPicture.AtRest(page);
            page.Screenshot($"page-{name}-axes");
            Assert.True(page.Is("(r => r.left >= 0 && r.right <= innerWidth && r.bottom <= innerHeight)(document.getElementById('axes').getBoundingClientRect())"));

            // The picture is beside the axes or above them, not below.
            Assert.True(
                page.Is("((p, a) => p.right <= a.left + 1 || p.bottom <= a.top + 1)(document.getElementById('picture').getBoundingClientRect(), document.getElementById('axes').getBoundingClientRect())"),
                $"{name}: the axes cover the picture");
            page.Click("[data-command=axes]");

            page.Click("[data-command=help]");
            Thread.Sleep(100);
            page.Screenshot($"page-{name}-help");
            Assert.True(page.Is("(r => r.left >= 0 && r.right <= innerWidth && r.top >= 0 && r.bottom <= innerHeight)(document.getElementById('help').getBoundingClientRect())"));
            page.Click("#help-close");
            Assert.False(page.Is("document.getElementById('help').open"));
        }

        Assert.Empty(page.Complaints);
    }

    private static bool Reachable(BrowserPage page) => page.Is(
        "[...document.querySelectorAll('footer button, footer input, footer select, header button')].filter(e => e.offsetParent).every(e => (r => r.left >= 0 && r.top >= 0 && r.right <= innerWidth + .5 && r.bottom <= innerHeight + .5 && r.width >= 30 && r.height >= 30)(e.getBoundingClientRect()))");

    // The middle of every 4th square shows the generator's pixel.
    private static void RequireSquares(byte[] screen, int screenWidth, double left, double top, double side, byte[] picture, string name)
    {
        double square = side / 64;
        for (int y = 4; y < 64; y += 4)
        {
            for (int x = 4; x < 64; x += 4)
            {
                int sx = (int)(left + ((x + 0.5) * square)), sy = (int)(top + ((y + 0.5) * square));
                for (int c = 0; c < 3; c++)
                {
                    int shown = screen[(4 * ((sy * screenWidth) + sx)) + c], made = picture[(4 * ((y * 64) + x)) + c];
                    Assert.True(Math.Abs(shown - made) <= 2, $"{name}: pixel ({x}, {y}) is shown as {shown}, made as {made}");
                }
            }
        }
    }
}
