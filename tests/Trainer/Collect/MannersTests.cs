using System.Net;
using LatentWalk.Core.Errors;
using LatentWalk.Trainer.Collect;
using LatentWalk.Trainer.Collect.Log;

namespace LatentWalk.Trainer.Tests.Collect;

public sealed class MannersTests : CollectTest
{
    public MannersTests()
    {
        Site.Page("/", "<a href='/open'>1</a><a href='/shut/1'>2</a><img src='/1.png'>").Page("/open", "<img src='/shut/2.png'>");
        Site.Bytes("/1.png", Picture(1), "image/png").Bytes("/shut/2.png", Picture(2), "image/png").Page("/shut/1", "no");
    }

    [Fact]
    public void What_robots_txt_forbids_is_never_asked_for()
    {
        Site.Text("/robots.txt", "User-agent: *\nDisallow: /shut/\n");

        CollectSummary summary = Collect();

        Assert.Equal((1, 1, 1), (summary.Pictures, summary.RefusedPages["robots"], summary.RefusedPictures["robots"]));
        Assert.Equal(["/robots.txt", "/", "/1.png", "/open"], Site.AskedWithRobots);
        Assert.Equal("the site's robots.txt forbids /shut/1.", Records()["/shut/1"].Reason);
    }

    [Fact]
    public void Redirects_do_not_lead_around_robots_txt()
    {
        Site.Text("/robots.txt", "User-agent: LatentWalk\nDisallow: /shut/\n").Redirect("/open", "/shut/3").Page("/shut/3", "no");

        Collect();

        Assert.DoesNotContain("/shut/3", Site.Asked);
        Assert.Equal((SourceOutcome.Refused, Why.Robots), Of(Records()["/open"]));
    }

    [Fact]
    public void A_robots_txt_that_is_not_there_or_moved_is_taken_as_the_RFC_says()
    {
        Assert.Equal(2, Collect().Pictures);

        Site.Redirect("/robots.txt", "/where/robots.txt").Text("/where/robots.txt", "User-agent: *\nDisallow: /");
        var error = Assert.Throws<BadDataException>(() => Collect(folder: Beside("two")));

        Assert.Equal($"cannot read the start page '{Site["/"]}': the site's robots.txt forbids /. Check the address, or try again later.", error.Message);
    }

    [Fact]
    public void A_robots_txt_that_cannot_be_had_forbids_everything_for_now()
    {
        Site.On("/robots.txt", context =>
        {
            context.Response.StatusCode = 503;
            return Task.CompletedTask;
        });

        var error = Fails<BadDataException>(Options with { Tries = 2 });

        Assert.Equal(
            $"cannot read the start page '{Site["/"]}': robots.txt cannot be read, so nothing of {Site.Address[7..]} may be: the server answers 503 Service Unavailable, 2 times. "
            + "Check the address, or try again later.", error.Message);
        Assert.Empty(Site.Asked);
    }

    [Fact]
    public void Requests_come_one_at_a_time_with_the_longer_of_both_delays_between()
    {
        Site.Text("/robots.txt", "User-agent: *\nCrawl-delay: 2.5\n");

        Collect(Options with { Delay = TimeSpan.FromSeconds(0.75) });

        Assert.Equal(1, Site.MostAtOnce);
        Assert.Equal(6, Site.AskedWithRobots.Count);
        Assert.Equal(Enumerable.Repeat(2.5, 5), World.Waits.Select(wait => wait.TotalSeconds));
        Assert.Contains($"{Site.Address[7..]} asks in its robots.txt for 2.5 s between requests; so be it.", World.Said);
        World.Waits.Clear();
        Collect(Options with { Delay = TimeSpan.FromSeconds(4) }, folder: Beside("two"));
        Assert.Equal(Enumerable.Repeat(4.0, 5), World.Waits.Select(wait => wait.TotalSeconds));
    }

    [Fact]
    public void Servers_learn_the_name_of_the_program_and_nothing_of_its_user()
    {
        Collect();
        Assert.Equal(["Accept", "Accept-Encoding", "Host", "User-Agent"], Site.LastHeaders.Keys.Order());
        Assert.Equal("LatentWalk/0.1 (lw collect; gathers pictures for a training set)", Site.LastHeaders["User-Agent"]);

        Collect(Options with { Contact = "see example.org/bot" }, folder: Beside("two"));
        Assert.Equal("LatentWalk/0.1 (lw collect; gathers pictures for a training set; see example.org/bot)", Site.LastHeaders["User-Agent"]);
    }

    [Theory]
    [InlineData("nofollow, noarchive", 1)]
    [InlineData("none", 0)]
    [InlineData("max-image-preview:none", 2)]
    [InlineData("NoImageIndex", 1)]
    public void A_page_may_forbid_to_follow_its_links_and_to_take_its_pictures(string wish, int pictures)
    {
        Site.Page("/", $"<meta name='Robots' content='{wish}'><a href='/open'>1</a><img src='/1.png'>");

        Assert.Equal(pictures, Collect().Pictures);
    }

    [Fact]
    public void No_link_and_no_redirect_leads_into_a_private_network_by_name_or_by_number()
    {
        // The site is at a private address, as the user wished; other names there are not.
        World.Names["inside.example"] = () => [IPAddress.Loopback];
        World.Names["metadata.example"] = () => [IPAddress.Parse("169.254.169.254")];
        int port = Site["/"].Port;
        Site.Page("/", $"<a href='http://inside.example:{port}/open'>1</a><a href='/sly'>2</a><a href='http://[::1]:{port}/open'>3</a><img src='http://metadata.example/1.png'><img src='/1.png'>")
            .Redirect("/sly", $"http://127.0.0.2:{port}/open");

        CollectSummary summary = Collect(Options with { Hosts = ["*"] });

        Assert.Equal((1, 3, 1), (summary.Pictures, summary.RefusedPages["private"], summary.RefusedPictures["private"]));
        Assert.Equal(["/", "/1.png", "/sly"], Site.Asked);
        Assert.Equal(
            $"robots.txt cannot be read, so nothing of inside.example:{port} may be: inside.example is at 127.0.0.1, an address of this machine or its network, and the start page is not there.",
            Records()[$"http://inside.example:{port}/open"].Reason);
    }

    [Fact]
    public void A_name_that_changes_its_address_after_the_first_look_is_not_followed_inside()
    {
        int looks = 0;
        World.Names["outside.example"] = () => [looks++ == 0 ? IPAddress.Parse("93.184.216.34") : IPAddress.Loopback];

        var error = Fails<BadDataException>(Options with { Start = [new Uri($"http://outside.example:{Site["/"].Port}/")] });

        Assert.Contains("outside.example is at 127.0.0.1, an address of this machine or its network", error.Message, StringComparison.Ordinal);
        Assert.Equal(2, looks);
        Assert.Empty(Site.AskedWithRobots);
    }

    [Fact]
    public void A_start_page_inside_may_be_read_by_its_name_and_a_name_with_both_kinds_of_addresses_is_outside()
    {
        int port = Site["/"].Port;
        World.Names["gallery.example"] = () => [IPAddress.Loopback];
        Assert.Equal(2, Collect(Options with { Start = [new Uri($"http://gallery.example:{port}/")] }).Pictures);

        int looks = 0;
        World.Names["both.example"] = () => looks++ == 0 ? [IPAddress.Loopback, IPAddress.Parse("93.184.216.34")] : [IPAddress.Loopback];
        Site.Forget();
        Assert.Throws<BadDataException>(() => Collect(Options with { Start = [new Uri($"http://both.example:{port}/")] }, folder: Beside("two")));
        Assert.Empty(Site.AskedWithRobots);
    }
}
