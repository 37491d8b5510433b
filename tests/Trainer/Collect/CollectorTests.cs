using System.IO.Compression;
using System.Text;
using LatentWalk.Core.Errors;
using LatentWalk.Trainer.Collect;
using LatentWalk.Trainer.Collect.Log;
using Microsoft.AspNetCore.Http;

namespace LatentWalk.Trainer.Tests.Collect;

public sealed class CollectorTests : CollectTest
{
    [Fact]
    public void Pictures_of_pages_that_say_the_words_are_kept_and_no_others()
    {
        Site.Page("/", "<a href='/a'>a</a> <a href='/b'>b</a> <a href='boat'>boat</a> <a href='/plain#part'>plain</a><img src='/logo.png'>")
            .Page("/a", "The first is a <b>mobile</b>\n suit.<img src='/1.png'>").Page("/b", "<img src='2.png'>", title: "A Mobile Fighter")
            .Page("/boat", "A mobile suit on boats<img src='/3.png'>").Page("/plain", "<nav>mobile suit</nav><script>'mobile suit'</script><img src='/4.png'>");
        Add("/1.png", "/2.png", "/3.png", "/4.png", "/logo.png");

        CollectSummary summary = Collect(Options with { Words = PageWords.Parse(["mobile suit,mobile fighter"], ["boat"]) });

        Assert.Equal((2, 2, 5, 2), (summary.Pictures, summary.NewPictures, summary.Pages, summary.PagesWanted));
        Assert.Equal(["/", "/a", "/1.png", "/b", "/2.png", "/boat", "/plain"], Site.Asked);
        Dictionary<string, SourceRecord> records = Records();
        Assert.Equal("the page says none of 'mobile suit', 'mobile fighter'.", records["/plain"].Reason);
        Assert.Equal("the page says 'boat'.", records["/boat"].Reason);
        SourceRecord picture = records["/1.png"];
        Assert.Equal((SourceOutcome.Kept, 200, "image/png", 16, 16), (picture.Outcome, picture.Status, picture.Type, picture.Width, picture.Height));
        byte[] kept = File.ReadAllBytes(Path.Combine(Folder, picture.File!));
        Assert.Equal((Site["/a"].AbsoluteUri, kept.Length), (picture.Page, (int)picture.Bytes!));
        Assert.Equal(picture.Sha256, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(kept)));
    }

    [Fact]
    public void Links_lead_as_deep_as_asked_along_the_pattern_and_not_to_other_hosts()
    {
        using var other = new TestSite();
        other.Page("/", "not this").Bytes("/there.png", Picture(9), "image/png");
        Site.Page("/", $"<a href='/ms/1'>1</a><a href='/boats/1'>2</a><a href='{other.Address}/'>3</a><a href='mailto:a@b.c'>4</a><a href='javascript:x()'>5</a>"
            + $"<a href='http://user:word@127.0.0.1/ms/'>6</a><img src='data:image/png;base64,AAAA'><img src='{other.Address}/there.png'>")
            .Page("/ms/1", "<a href='/ms/2'>deeper</a>").Page("/ms/2", "<a href='/ms/3'>too deep</a>");

        Assert.Equal(0, Collect(Options with { Links = [new AddressPattern("/ms/*")], Depth = 2 }).Pictures);

        Assert.Equal(["/", "/ms/1", "/ms/2"], Site.Asked);
        Assert.Empty(other.AskedWithRobots);
        Dictionary<string, SourceRecord> records = Records();
        Assert.Equal(3, records["/"].Outside);
        Assert.Equal((SourceOutcome.Refused, Why.Host), Of(records[other.Address + "/there.png"]));
        Assert.Equal($"it is on another host, {other.Address[7..]}.", records[other.Address + "/there.png"].Reason);
    }

    [Fact]
    public void Named_hosts_may_be_gone_to_and_pictures_taken_from_certain_pages_only()
    {
        using var other = new TestSite();
        other.Bytes("/there.png", Picture(9), "image/png");
        Site.Page("/", $"<a href='/ms/1'>1</a><img src='/thumb.png'>").Page("/ms/1", $"<img src='{other.Address}/there.png'>");
        Add("/thumb.png");

        CollectSummary summary = Collect(Options with { Hosts = [other.Address[7..]], PicturePages = [new AddressPattern("/ms/*")] });

        Assert.Equal((1, 1), (summary.Pictures, summary.RefusedPages["address"]));
        Assert.Equal(["/robots.txt", "/there.png"], other.AskedWithRobots);
        Assert.DoesNotContain("/thumb.png", Site.Asked);
    }

    [Fact]
    public void Redirects_are_followed_each_target_is_fetched_once_and_circles_end()
    {
        using var other = new TestSite();
        Site.Page("/", "<a href='/moved'>1</a><a href='/also'>2</a><a href='/circle'>3</a><a href='/far'>4</a><a href='/r/0'>5</a><a href='/odd'>6</a><a href='/silent'>7</a>")
            .Redirect("/moved", "/dir/page", 301).Redirect("/also", "page?#x", 308).Redirect("/circle", "/circle2").Redirect("/circle2", "/circle")
            .Redirect("/far", other.Address + "/").Redirect("/odd", "http://[").Page("/dir/page", "<img src='p.png'>")
            .Redirect("/page?", "/dir/page", 307).On("/silent", context => Answer(context, 302));
        for (int i = 0; i < 30; i++)
        {
            Site.Redirect($"/r/{i}", $"/r/{i + 1}");
        }

        Add("/dir/p.png");

        CollectSummary summary = Collect();

        Assert.Equal(1, summary.Pictures);
        Dictionary<string, SourceRecord> records = Records();
        Assert.Equal((SourceOutcome.Kept, Site["/dir/page"].AbsoluteUri), (records["/moved"].Outcome, records["/moved"].Final));
        Assert.Equal((SourceOutcome.Refused, Why.Duplicate), Of(records["/also"]));
        Assert.Equal($"it redirects to {Site["/dir/page"]}, which is taken care of.", records["/also"].Reason);
        Assert.Equal($"its redirects lead in a circle, back to {Site["/circle"]}.", records["/circle"].Reason);
        Assert.Equal($"it redirects to {other.Address}/: it is on another host, {other.Address[7..]}.", records["/far"].Reason);
        Assert.Equal("it redirects more than 10 times.", records["/r/0"].Reason);
        Assert.Equal("it redirects to something that is no address.", records["/odd"].Reason);
        Assert.Equal("the server redirects (302) and does not say where to.", records["/silent"].Reason);
        Assert.Single(Site.Asked, path => path == "/dir/page");
        Assert.Empty(other.AskedWithRobots);
    }

    [Fact]
    public void A_busy_server_is_asked_again_as_late_as_it_says()
    {
        DateTimeOffset date = World.GetUtcNow() + TimeSpan.FromSeconds(90);
        Site.Page("/", "<img src='/1.png'><img src='/2.png'><img src='/3.png'>");
        Add("/1.png", "/2.png", "/3.png");
        Site.First("/1.png", 1, context => Answer(context, 429, "17")).First("/2.png", 1, context => Answer(context, 503, date.ToString("R")))
            .First("/3.png", 3, context => Answer(context, 500));

        Assert.Equal(3, Collect().Pictures);

        Assert.Equal([17, 73, 1, 2, 4], World.Waits.Select(wait => (int)Math.Round(wait.TotalSeconds)));
        Assert.Contains(World.Said, line => line == $"{Site.Address[7..]}: the server answers 429 Too Many Requests; trying again in 17 s.");
        Assert.Equal(["/", "/1.png", "/1.png", "/2.png", "/2.png", "/3.png", "/3.png", "/3.png", "/3.png"], Site.Asked);
    }

    [Fact]
    public void A_server_that_wants_to_be_left_alone_for_long_is_left_alone_and_the_run_goes_on_later()
    {
        Site.Page("/", "<img src='/1.png'><img src='/2.png'>");
        Add("/1.png", "/2.png");
        Site.First("/2.png", 1, context => Answer(context, 429, "7200"));

        var error = Fails<BadDataException>();

        Assert.Equal(
            $"{Site.Address[7..]} asks to be left alone for 7200 s (the server answers 429 Too Many Requests). 1 picture is safe; "
            + "run the same command again after 2026-03-01 14:00 UTC, or allow longer waits with --max-wait.", error.Message);
        Assert.Empty(World.Waits);
        Assert.Equal(2, Collect().Pictures);
        Assert.Equal(["/", "/1.png", "/2.png", "/2.png"], Site.Asked);
    }

    [Fact]
    public void What_the_server_refuses_is_recorded_and_not_asked_for_again()
    {
        Site.Page("/", "<a href='/gone'>1</a><a href='/secret'>2</a><img src='/none.png'><img src='/1.png'>");
        Site.On("/secret", context => Answer(context, 403)).On("/gone", context => Answer(context, 410));
        Add("/1.png");

        Assert.Equal(1, Collect().Pictures);
        Collect();

        Dictionary<string, SourceRecord> records = Records();
        Assert.Equal((SourceOutcome.Refused, Why.Status), Of(records["/gone"]));
        Assert.Equal(("the server answers 404 Not Found.", 404), (records["/none.png"].Reason, records["/none.png"].Status));
        Assert.Equal("the server answers 403 Forbidden.", records["/secret"].Reason);
        Assert.Equal(Site.Asked.Distinct(), Site.Asked);
    }

    [Fact]
    public void Slow_answers_fail_and_are_tried_again_by_the_next_run()
    {
        Site.Page("/", "<img src='/slow.png'><img src='/drip.png'><img src='/1.png'>");
        Add("/slow.png", "/drip.png", "/1.png");
        Site.First("/slow.png", 2, context => Task.Delay(Timeout.Infinite, context.RequestAborted)).First("/drip.png", 2, async context =>
        {
            context.Response.ContentLength = 1000;
            while (true)
            {
                await context.Response.Body.WriteAsync(new byte[] { 1 }, context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
                await Task.Delay(50, context.RequestAborted);
            }
        });
        CollectOptions impatient = Options with { Timeout = TimeSpan.FromSeconds(0.3), Tries = 2 };

        CollectSummary summary = Collect(impatient);

        Assert.Equal((1, 2), (summary.Pictures, summary.Failed));
        Assert.All((string[])["/slow.png", "/drip.png"], path => Assert.Equal((SourceOutcome.Failed, Why.Time), Of(Records()[path])));
        Assert.Equal("it took longer than 0.3 s (--timeout), 2 times.", Records()["/slow.png"].Reason);
        Site.Forget();
        Assert.Equal((3, 2, 0), (Collect() is var again ? again.Pictures : 0, again.NewPictures, again.Failed));
        Assert.Equal(["/slow.png", "/drip.png"], Site.Asked);
    }

    [Fact]
    public void Huge_and_endless_answers_are_cut_off_and_unpacked_ones_too()
    {
        byte[] bomb = new byte[1 << 20];
        using (var packed = new MemoryStream())
        {
            using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            {
                for (int i = 0; i < 64; i++)
                {
                    gzip.Write(bomb);
                }
            }

            bomb = packed.ToArray();
        }

        Site.Page("/", "<a href='/bomb'>1</a><img src='/huge.png'><img src='/endless.png'><img src='/1.png'>").On("/huge.png", context =>
        {
            context.Response.ContentLength = 1L << 40;
            return context.Response.Body.WriteAsync(new byte[10], context.RequestAborted).AsTask();
        }).On("/endless.png", async context =>
        {
            while (true)
            {
                await context.Response.Body.WriteAsync(new byte[4096], context.RequestAborted);
            }
        }).On("/bomb", context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            return context.Response.Body.WriteAsync(bomb, context.RequestAborted).AsTask();
        });
        Add("/1.png");
        Assert.True(bomb.Length < 100_000);

        CollectSummary summary = Collect(Options with { PictureBytes = 100_000, PageBytes = 1_000_000 });

        Dictionary<string, SourceRecord> records = Records();
        Assert.Equal((1, 0), (summary.Pictures, summary.Failed));
        Assert.Equal("it has 1099511627776 bytes; at most 100000 bytes are read.", records["/huge.png"].Reason);
        Assert.Equal("it has more; at most 100000 bytes are read.", records["/endless.png"].Reason);
        Assert.Equal("it has more; at most 1000000 bytes are read.", records["/bomb"].Reason);
        Assert.All((string[])["/huge.png", "/endless.png", "/bomb"], path => Assert.Equal((SourceOutcome.Refused, Why.Size), Of(records[path])));
    }

    [Fact]
    public void What_something_is_its_content_says_not_the_server()
    {
        byte[] cut = Picture(4)[..^30];
        Site.Page("/", "<a href='/page.png'>1</a><a href='/picture'>2</a><a href='/list.txt'>3</a><a href='/nothing'>4</a>"
            + "<img src='/a.jpg'><img src='/page.jpg'><img src='/cut.png'><img src='/untyped'><img src='/empty.png'>")
            .Page("/page.png", "<img src='/b.exe?x=1&amp;y=2'>", "image/png").Bytes("/picture", Picture(8), "text/html").Text("/list.txt", "a list").Bytes("/nothing", [], "text/html")
            .Bytes("/a.jpg", Picture(1), "text/html").Page("/page.jpg", "not found", "image/jpeg").Bytes("/cut.png", cut, "image/png").Bytes("/untyped", Picture(2), null)
            .Bytes("/empty.png", [], "image/png").Bytes("/b.exe?x=1&y=2", Picture(3), "application/octet-stream");

        Assert.Equal(3, Collect().Pictures);

        Dictionary<string, SourceRecord> records = Records();
        Assert.All((string[])["/picture", "/list.txt", "/nothing", "/page.jpg", "/cut.png", "/empty.png"], path => Assert.Equal((path, SourceOutcome.Refused, Why.Content), (path, records[path].Outcome, records[path].Why)));
        Assert.Equal("it is not a PNG, JPEG, WebP or GIF picture, whatever its name says: it starts with the text '<!doctype html><'.", records["/page.jpg"].Reason);
        Assert.Equal("it is no page, whatever the server calls it (text/html).", records["/picture"].Reason);
        Assert.Equal("it is no HTML page but text/plain.", records["/list.txt"].Reason);
        Assert.Equal("the file is empty.", records["/empty.png"].Reason);
        Assert.Matches("^a-[0-9a-f]{12}[.]png$", records["/a.jpg"].File);
        Assert.Equal(3, Pictures().Count);
    }

    [Fact]
    public void The_same_picture_is_kept_once_whatever_its_address()
    {
        Site.Page("/", "<img src='/1.png'><img src='/1.png'><img src='/copy.png'><img src='/1.png?again'>");
        Site.Bytes("/1.png", Picture(1), "image/png").Bytes("/copy.png", Picture(1), "image/png").Bytes("/1.png?again", Picture(1), "image/png");

        CollectSummary summary = Collect();

        Assert.Equal((1, 2), (summary.Pictures, summary.RefusedPictures["duplicate"]));
        Assert.Equal(["/", "/1.png", "/copy.png", "/1.png?again"], Site.Asked);
        Assert.Equal((Records()["/1.png"].File, $"it is the same as {Records()["/1.png"].File}."), (Records()["/copy.png"].File, Records()["/copy.png"].Reason));
    }

    [Fact]
    public void Names_that_lead_elsewhere_are_only_letters_in_a_file_name()
    {
        string[] names = ["/%2e%2e%2f%2e%2e%2fetc%2fpasswd", "/con.png", "/a%00b.png", "/..%5C..%5Cx.png", $"/{new string('x', 300)}.png", "/%D0%BC%D1%83.png", "/name%0Awith%0Alines.png", "/.hidden"];
        Site.On("/", context => context.Response.WriteAsync($"<html><body>{string.Concat(names.Select(name => $"<img src='{name}'>"))}"));
        for (int i = 0; i < names.Length; i++)
        {
            Site.Bytes(names[i], Picture(i), "image/png");
        }

        CollectSummary summary = Collect();

        // A server may not see the first as written; whatever was kept has a plain name and lies in the folder.
        Assert.True(summary.Pictures >= 5, $"{summary.Pictures}");
        Assert.All(Pictures(), name => Assert.Matches("^([a-z0-9]+(-[a-z0-9]+)*-)?[0-9a-f]{12}[.]png$", name));
        Assert.Equal(summary.Pictures, Pictures().Count);
    }

    [Fact]
    public void Limits_of_count_and_bytes_end_the_run_and_raising_them_goes_on()
    {
        Site.Page("/", string.Concat(Enumerable.Range(0, 6).Select(i => $"<img src='/{i}.png'><a href='/p{i}'>p</a>")));
        Add("/0.png", "/1.png", "/2.png", "/3.png", "/4.png", "/5.png");

        Assert.Equal((2, "--max-pictures 2"), (Collect(Options with { MaxPictures = 2 }) is var two ? two.Pictures : 0, two.Limit));
        long bytes = two.Bytes + 1;
        Assert.Equal((3, $"--max-bytes {bytes}"), (Collect(Options with { MaxBytes = bytes }) is var three ? three.Pictures : 0, three.Limit));
        Assert.Equal((6, "--max-pages 3"), (Collect(Options with { MaxPages = 3 }) is var six ? six.Pictures : 0, six.Limit));
        Assert.Equal(9, Site.Asked.Count);
        Assert.Null(Collect(Options with { MaxPages = 7 }).Limit);
        Assert.Equal(13, Site.Asked.Count);
    }

    [Fact]
    public void A_site_that_has_gone_away_ends_the_run_with_what_is_safe()
    {
        Site.Page("/", string.Concat(Enumerable.Range(0, 20).Select(i => $"<img src='/{i}.png'>")));
        Add("/0.png");
        for (int i = 1; i < 20; i++)
        {
            Site.On($"/{i}.png", context =>
            {
                context.Abort();
                return Task.CompletedTask;
            });
        }

        var error = Fails<BadDataException>(Options with { Tries = 1 });

        Assert.StartsWith($"{Site.Address[7..]} does not answer any more: 6 addresses one after the other failed, the last because ", error.Message, StringComparison.Ordinal);
        Assert.EndsWith(". 1 picture is safe; run the same command again later.", error.Message, StringComparison.Ordinal);
        Assert.Equal(8, Site.Asked.Count);
    }

    [Fact]
    public void Start_pages_that_cannot_be_read_are_said_and_leave_nothing_behind()
    {
        Site.Page("/second", "<img src='/1.png'>");
        Add("/1.png");
        var error = Fails<BadDataException>();
        Assert.Equal($"cannot read the start page '{Site["/"]}': the server answers 404 Not Found. Check the address, or try again later.", error.Message);
        Assert.False(File.Exists(Sources));

        Assert.Equal(1, Collect(Options with { Start = [Site["/"], Site["/second"]] }).Pictures);
        Assert.Contains($"Cannot read the start page '{Site["/"]}': the server answers 404 Not Found.", World.Said);
    }

    [Fact]
    public void All_that_is_wrong_with_the_options_is_said_at_once()
    {
        var error = Fails<UsageException>(Options with { Start = [new Uri("ftp://example.org/")], Pictures = "img[", Depth = -1, Hosts = ["a b"], Tries = 0, Contact = "é" });

        Assert.Equal(
            "cannot collect: 'ftp://example.org/' is not a page's address; expected http:// or https://, without a user's name; "
            + "--pictures is 'img['; expected a CSS selector such as \"img\" or \".gallery a\"; --depth is -1; expected 0 to 100; "
            + "--host is 'a b'; expected a name such as img.example.org, *.example.org, or * for any; --tries is 0; expected 1 to 100; "
            + "--contact has letters that a header cannot carry; expected plain ASCII without brackets.", error.Message);
        Assert.False(Directory.Exists(Folder));
    }

    [Fact]
    public void Pages_in_any_letters_are_read()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Site.Page("/", "<a href='/sjis'>1</a><a href='/cyr'>2</a><a href='/wide'>3</a><a href='/latin'>4</a><a href='/lying'>5</a>")
            .Bytes("/sjis", Encoding.GetEncoding("shift_jis").GetBytes("<html><body>これはモビルスーツです<img src='/1.png'>"), "text/html; charset=Shift_JIS")
            .Bytes("/cyr", Encoding.GetEncoding(1251).GetBytes("<html><head><meta http-equiv=Content-Type content='text/html; charset=windows-1251'></head>мобильный доспех<img src='/2.png'>"), "text/html")
            .Bytes("/wide", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("<html><body>mobile suit<img src='/3.png'>")], "text/html; charset=utf-8")
            .Bytes("/latin", Encoding.Latin1.GetBytes("<html><body>combinaison mécanique<img src='/4.png'>"), "text/html")
            .Bytes("/lying", Encoding.UTF8.GetBytes("<html><body>モビルスーツ<img src='/5.png'>"), "text/html; charset=no-such-thing");
        Add("/1.png", "/2.png", "/3.png", "/4.png", "/5.png");

        Assert.Equal(5, Collect(Options with { Words = PageWords.Parse(["モビルスーツ,МОБИЛЬНЫЙ доспех,mobile suit,mécanique"], []) }).Pictures);
    }

    private static Task Answer(HttpContext context, int status, string? retryAfter = null)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.RetryAfter = retryAfter;
        return Task.CompletedTask;
    }

    private void Add(params string[] paths)
    {
        foreach (string path in paths)
        {
            Site.Bytes(path, Picture(path.Sum(letter => letter)), "image/png");
        }
    }
}
