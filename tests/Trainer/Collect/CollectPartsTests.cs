using System.Diagnostics;
using System.Net;
using System.Text;
using LatentWalk.Trainer.Collect;
using LatentWalk.Trainer.Collect.Pages;
using LatentWalk.Trainer.Collect.Web;

namespace LatentWalk.Trainer.Tests.Collect;

public sealed class CollectPartsTests
{
    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("172.15.0.1", true)]
    [InlineData("172.32.0.1", true)]
    [InlineData("100.63.255.255", true)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("64:ff9b::808:808", true)]
    [InlineData("2002:808:808::1", true)]
    [InlineData("0.0.0.0", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("127.9.9.9", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("198.19.0.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("::7f00:1", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("64:ff9b:1::1", false)]
    [InlineData("2002:7f00:1::1", false)]
    [InlineData("2001::1", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData("fc00::1", false)]
    [InlineData("fd12:3456::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fec0::1", false)]
    [InlineData("ff02::1", false)]
    public void Addresses_are_public_or_not(string address, bool isPublic) => Assert.Equal(isPublic, NetworkAddresses.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("/wiki/*", "http://a.b/wiki/x?y", true)]
    [InlineData("/wiki/*", "http://a.b/other/wiki/x", false)]
    [InlineData("/wiki/*.html", "http://a.b/wiki/x.html", true)]
    [InlineData("/wiki/*.html", "http://a.b/wiki/x.html?y", false)]
    [InlineData("*.b/*/ms-*", "http://a.b/c/ms-1#d", true)]
    [InlineData("https://*", "http://a.b/", false)]
    [InlineData("/", "http://a.b/", true)]
    [InlineData("/x", "http://a.b/xy", false)]
    [InlineData("*", "http://a.b/xy", true)]
    public void Patterns_fit_whole_addresses_or_paths(string pattern, string address, bool matches) => Assert.Equal(matches, new AddressPattern(pattern).Matches(new Uri(address)));

    [Theory]
    [InlineData("boat", "Boats of all kinds", true)]
    [InlineData("boat", "a lifeboat", false)]
    [InlineData("boat", "lifeboat, boat", true)]
    [InlineData("mobile suit", "MOBILE SUIT", true)]
    [InlineData("mobile suit", "automobile suits", false)]
    [InlineData("スーツ", "モビルスーツ", true)]
    [InlineData("-1", "MS-1", true)]
    public void Words_are_found_where_words_begin(string word, string text, bool found) => Assert.Equal(found, PageWords.Parse([word], []).Refuse(text) is null);

    [Fact]
    public void Of_each_group_one_word_must_be_there()
    {
        PageWords words = PageWords.Parse(["suit,fighter", " grey   background , "], []);
        Assert.Null(words.Refuse("a fighter on grey background"));
        Assert.Equal("the page does not say 'grey background'", words.Refuse("a fighter"));
        Assert.Equal("the page says none of 'suit', 'fighter'", words.Refuse("grey background"));
    }

    [Theory]
    [InlineData("a.png 1x, b.png 3x, c.png 2x", "b.png")]
    [InlineData("a.png 320w,b.png 640w", "b.png")]
    [InlineData("a,b.png", "a,b.png")]
    [InlineData("a.png, b.png", "a.png")]
    [InlineData("data:image/png;base64,AAAA 4x, b.png", "b.png")]
    [InlineData("  ,, ", null)]
    [InlineData("a.png bad, b.png 1e99x", "b.png")]
    public void The_largest_of_a_set_of_pictures_is_taken(string set, string? largest) => Assert.Equal(largest, PictureAddresses.Largest(set));

    [Fact]
    public void Addresses_on_a_page_are_relative_to_its_base_and_come_once()
    {
        PageContent page = Read(
            "<base href='/sub/'><a href='x#1'>1</a><a href='x'>2</a><area href='y'><link rel='next' href='z'><link rel=stylesheet href=s.css><a href=' //other.org/q '>3</a><a href='http://['>4</a>"
            + "<picture><source srcset='big.webp 2x, small.webp'><img data-src='lazy.png' src='data:,'></picture><a class=full href='full.png'></a><meta property='og:image' content='/og.png'>",
            "img, source, a.full, meta[property='og:image']");

        Assert.Equal(["http://a.b/sub/x", "http://a.b/sub/y", "http://a.b/sub/z", "http://other.org/q", "http://a.b/sub/full.png"], page.Links.Select(link => link.AbsoluteUri).Order(StringComparer.Ordinal).OrderBy(link => link.Contains("full") ? 1 : 0));
        Assert.Equal(["http://a.b/sub/big.webp", "http://a.b/sub/lazy.png", "http://a.b/sub/full.png", "http://a.b/og.png"], page.Pictures.Select(picture => picture.AbsoluteUri).OrderBy(p => p.Contains("og") ? 1 : 0));
    }

    [Fact]
    public void Words_across_elements_join_or_part_as_a_reader_sees_them()
    {
        PageContent page = Read("<h1>Mo<b>bi</b>le</h1>suit<table><td>a<td>b</table><p>one<br>two<nav>way</nav><footer>foot</footer><style>x{}</style><noscript>n</noscript>", "img");
        Assert.Equal("T Mobile suit a b one two", page.Text);
        Assert.Equal("T a b", Read("<div><p>a<span>b</span></div><main>a <main>b</main></main>", "img", text: "main").Text);
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b><i>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<a href=x>")]
    [InlineData("<svg><g>")]
    [InlineData("<p><button><form>")]
    [InlineData("<!--")]
    [InlineData("<img src=a srcset='")]
    [InlineData("&amp;&#x")]
    [InlineData("</p></body></html>")]
    public void Pages_nested_as_deep_as_they_may_be_large_are_read_in_time_and_without_falling(string part)
    {
        var clock = Stopwatch.StartNew();
        var reader = new PageReader(new CollectOptions { Start = [] }, TimeSpan.FromSeconds(0.5));
        reader.Read(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(part, 1_000_000 / part.Length)) + "end"), "text/html", new Uri("http://a.b/"));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(8), $"{part}: {clock.Elapsed}");
    }

    private static PageContent Read(string body, string pictures, string text = "body") =>
        new PageReader(new CollectOptions { Start = [], Pictures = pictures, Text = text }).Read(Encoding.UTF8.GetBytes("<title>T</title>" + body), "text/html; charset=utf-8", new Uri("http://a.b/c/d"))!;
}
