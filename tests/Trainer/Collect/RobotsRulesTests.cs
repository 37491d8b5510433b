using System.Text;
using LatentWalk.Trainer.Collect.Web;

namespace LatentWalk.Trainer.Tests.Collect;

/// <summary>RFC 9309, by its own examples and its corners.</summary>
public sealed class RobotsRulesTests
{
    private const string RfcExample = """
        User-Agent: *
        Disallow: *.gif$
        Disallow: /example/
        Allow: /publications/

        User-Agent: foobot
        Disallow:/
        Allow:/example/page.html
        Allow:/example/allowed.gif

        User-Agent: barbot
        User-Agent: bazbot
        Disallow: /example/page.html

        User-Agent: quxbot
        """;

    [Theory]
    [InlineData("foobot", "/example/page.html", true)]
    [InlineData("foobot", "/example/allowed.gif", true)]
    [InlineData("foobot", "/anything", false)]
    [InlineData("BarBot", "/example/page.html", false)]
    [InlineData("bazbot", "/example/page.html", false)]
    [InlineData("bazbot", "/example/other.gif", true)]
    [InlineData("quxbot", "/example/page.html", true)]
    [InlineData("other", "/example/page.html", false)]
    [InlineData("other", "/a/b.gif", false)]
    [InlineData("other", "/a/b.gif?x", true)]
    [InlineData("other", "/publications/b.png", true)]
    [InlineData("other", "/robots.txt", true)]
    public void The_example_of_the_RFC_is_read_as_it_says(string product, string path, bool allowed) => Assert.Equal(allowed, Allows(RfcExample, path, product));

    [Theory]
    [InlineData("Disallow: /a\nAllow: /a/b", "/a/b", true)]
    [InlineData("Allow: /a/b\nDisallow: /a", "/a/b/c", true)]
    [InlineData("Disallow: /a/b\nAllow: /a/b", "/a/b", true)]
    [InlineData("Allow: /p\nDisallow: /*.htm", "/page.htm", false)]
    [InlineData("Allow: /$\nDisallow: /", "/", true)]
    [InlineData("Allow: /$\nDisallow: /", "/page.htm", false)]
    [InlineData("Disallow:", "/x", true)]
    [InlineData("Disallow: /fish*", "/fishheads?x=1", false)]
    [InlineData("Disallow: /fish/", "/fish", true)]
    [InlineData("Disallow: /*.php$", "/index.php?x", true)]
    [InlineData("Disallow: /*.php$", "/a/index.php", false)]
    [InlineData("Disallow: /foo/bar/%E3%83%84", "/foo/bar/ツ", false)]
    [InlineData("Disallow: /foo/bar/ツ", "/foo/bar/%E3%83%84", false)]
    [InlineData("Disallow: /foo/%62%61%7A", "/foo/baz", false)]
    [InlineData("Disallow: /foo/a%2Fb", "/foo/a/b", true)]
    [InlineData("disALLOW : /x # no", "/x", false)]
    [InlineData("Sitemap: http://x/\nDisallow: /x", "/x", false)]
    [InlineData("Disallow: /X", "/x", true)]
    [InlineData("Disallow", "/x", true)]
    [InlineData("Disallow: ***********************************a", "/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab", false)]
    public void The_longest_pattern_decides_and_allowing_wins_between_equals(string rules, string path, bool allowed) =>
        Assert.Equal(allowed, Allows($"User-agent: *\n{rules}\n", path));

    [Fact]
    public void Groups_that_name_the_robot_are_one_and_put_those_for_all_aside()
    {
        const string File = "\uFEFFuser-agent: latentwalk/2\nDisallow: /a\n\nuser-agent: *\nDisallow: /\nCrawl-delay: 9\n\nUSER-AGENT: LatentWalk\nCrawl-delay: 1.5\nDisallow: /b\r\n";

        Assert.Equal((false, false, true), (Allows(File, "/a"), Allows(File, "/b"), Allows(File, "/c")));
        Assert.Equal(1.5, RobotsRules.Parse(Encoding.UTF8.GetBytes(File), "LatentWalk").CrawlDelay!.Value.TotalSeconds);
        Assert.False(Allows(File, "/c", "other"));
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("soon")]
    [InlineData("1e9")]
    [InlineData("NaN")]
    [InlineData("99999999999")]
    public void A_delay_that_makes_no_sense_is_none(string delay) =>
        Assert.Null(RobotsRules.Parse(Encoding.UTF8.GetBytes($"User-agent: *\nCrawl-delay: {delay}"), "LatentWalk").CrawlDelay);

    [Fact]
    public void Anything_may_come_instead_of_a_file()
    {
        var random = new Random(3);
        byte[] noise = new byte[2_000_000];
        random.NextBytes(noise);
        Assert.True(RobotsRules.Parse(noise, "LatentWalk").Allows(new Uri("http://x/y")));
        Assert.True(Allows("<html><body>Disallow: /</body></html>", "/x"));
        Assert.False(Allows("User-agent: *\nDisallow: /x\n" + new string('#', 600_000) + "\nAllow: /x\n", "/x"));
    }

    private static bool Allows(string file, string path, string product = "LatentWalk") =>
        RobotsRules.Parse(Encoding.UTF8.GetBytes(file), product).Allows(new Uri("http://example.org" + path));
}
