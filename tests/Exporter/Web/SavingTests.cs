using System.Text.Json.Nodes;
using LatentWalk.Core.Latents;
using LatentWalk.Exporter.Tests.Web.Browser;
using LatentWalk.Imaging;
using Xunit;

namespace LatentWalk.Exporter.Tests.Web;

/// <summary>PNGs between the page and the rest of the programs: each opens what the other saved.</summary>
[Collection(OneSite.Name)]
public sealed class SavingTests(SiteFixture site)
{
    [ChromiumFact]
    public void A_saved_picture_reopens_in_inspect_and_makes_the_same_picture()
    {
        using var page = site.Open("some/where/faces", "#seed=21&psi=0.8");
        byte[] shown = ShownPicture.AtRest(page);

        string path = Save(page, () => page.Press("KeyP", "p"));

        Assert.Matches("^faces-step[0-9]{6}-seed21-[0-9]{8}-[0-9]{6}\\.png$", Path.GetFileName(path).Replace("avatars-64", "faces", StringComparison.Ordinal));
        var (rgba, width, height) = PngFile.Read(path);
        Assert.Equal((64, 64), (width, height));
        Assert.Equal(shown, rgba);
        var latent = PngFile.ReadLatent(path)!;
        long step = JsonNode.Parse(ExporterRun.Of("inspect", site.Faces, "--json").Output)!["step"]!.GetValue<long>();
        Assert.Equal((21UL, 0.8f, step, "ema"), (latent.Seed!.Value, latent.Truncation, latent.Step!.Value, latent.Weights));
        Assert.Equal(Latent.FromSeed(21, 100), latent.Z);
        Assert.True(ShownPicture.LargestDifference(ShownPicture.Expected(site.Faces, latent), shown) <= 1);
        var inspect = ExporterRun.Of("inspect", path, "--json");
        Assert.Equal(0, inspect.Code);
        Assert.Equal(21, JsonNode.Parse(inspect.Output)!["seed"]!.GetValue<int>());
    }

    [ChromiumFact]
    public void A_picture_between_seeds_is_saved_with_its_class_and_comes_back_when_it_is_dropped_here()
    {
        using var page = site.Open("classes", "#seed=4&class=2");
        page.Hold("KeyD", "d", 0.4);
        byte[] shown = ShownPicture.AtRest(page);

        string path = Save(page, () => page.Click("[data-command=save]"));

        var latent = PngFile.ReadLatent(path)!;
        Assert.Null(latent.Seed);
        Assert.Equal([0f, 0f, 1f], latent.C!);
        Assert.True(ShownPicture.LargestDifference(ShownPicture.Expected(site.Classes, latent), shown) <= 1);

        page.Evaluate("void (location.hash = '#seed=9')");
        Assert.True(ShownPicture.LargestDifference(shown, ShownPicture.AtRest(page)) > 8, "seed 9 looks the same");
        Drop(page, path);
        Assert.Equal(shown, ShownPicture.AtRest(page));
        Assert.Empty(page.Complaints);
    }

    [ChromiumFact]
    public void A_large_picture_has_square_pixels_and_the_same_latent()
    {
        using var page = site.Open("bytes", "#seed=6");
        byte[] shown = ShownPicture.AtRest(page);

        string path = Save(page, () => page.Press("KeyP", "P", modifiers: 8));

        var (rgba, width, height) = PngFile.Read(path);
        Assert.Equal((1024, 1024), (width, height));
        for (int i = 0; i < 1024; i += 7)
        {
            Assert.Equal(shown.AsSpan(4 * ((i / 64 * 16) + (i / 64)), 4).ToArray(), rgba.AsSpan(4 * ((i * 1024) + i), 4).ToArray());
        }

        Assert.Equal(6UL, PngFile.ReadLatent(path)!.Seed);
    }

    [ChromiumFact]
    public void Pictures_that_the_other_programs_wrote_open_here()
    {
        using var page = site.Open("bytes", "#seed=1");
        Assert.Equal(0, ExporterRun.Of("render", site.Bytes, "--seeds", "33", "-o", site.At("rendered")).Code);
        Drop(page, Directory.GetFiles(site.At("rendered"), "*.png").Single());
        ShownPicture.Becomes(page, ShownPicture.Expected(site.Bytes, Latent.FromSeed(33, 12)));
        ShownPicture.AtRest(page);
        Assert.Equal("#seed=33", page.Text("location.hash"));

        Drop(page, Path.Combine(site.Folder("bytes"), "preview.png"));
        ShownPicture.Becomes(page, ShownPicture.Expected(site.Bytes, Latent.FromSeed(5, 12)));
        Assert.Empty(page.Complaints);
    }

    [ChromiumFact]
    public void A_file_that_leads_nowhere_says_why()
    {
        using var page = site.Open("bytes");
        byte[] good = File.ReadAllBytes(Path.Combine(site.Folder("bytes"), "preview.png"));

        Assert.Equal("x.png: it is not a PNG", Refused(page, "hello"u8.ToArray()));
        Assert.Equal("x.png: it ends early", Refused(page, good[..^9]));
        Assert.Equal("x.png: it is damaged", Refused(page, [.. good[..60], (byte)(good[60] ^ 1), .. good[61..]]));
        Assert.Equal("x.png: it does not say how it was made; save pictures here or with Latent Walk", Refused(page, PngFile.Encode(new byte[16], 2, 2)));
        Assert.Equal(
            "x.png was made by another generator: its latent has 7 numbers, this one takes 12",
            Refused(page, PngFile.Encode(new byte[16], 2, 2, new PictureLatent { Model = new string('a', 64), Z = Latent.FromSeed(1, 7) })));
        Assert.Equal(
            "x.png was made by another generator; this is its place here",
            Refused(page, PngFile.Encode(new byte[16], 2, 2, new PictureLatent { Model = new string('a', 64), Z = Latent.FromSeed(1, 12) })));
    }

    private static string Refused(BrowserPage page, byte[] file)
    {
        page.Evaluate("document.getElementById('toast').textContent = ''; 0");
        Drop(page, file, "x.png");
        page.WaitFor("document.getElementById('toast').textContent", 20);
        return page.Text("document.getElementById('toast').textContent");
    }

    private string Save(BrowserPage page, Action save)
    {
        string folder = Directory.CreateDirectory(site.At($"saved-{Guid.NewGuid():N}")).FullName;
        page.Send("Page.setDownloadBehavior", new JsonObject { ["behavior"] = "allow", ["downloadPath"] = folder });
        save();
        for (int i = 0; i < 200; i++, Thread.Sleep(50))
        {
            if (Directory.GetFiles(folder, "*.png") is [string path])
            {
                return path;
            }
        }

        throw new TimeoutException($"no picture was saved; {string.Join("; ", page.Complaints)}");
    }

    private static void Drop(BrowserPage page, string path) => Drop(page, File.ReadAllBytes(path), Path.GetFileName(path));

    private static void Drop(BrowserPage page, byte[] file, string name) => page.Evaluate($$"""
        (() => {
            const data = new DataTransfer();
            data.items.add(new File([Uint8Array.from(atob("{{Convert.ToBase64String(file)}}"), c => c.charCodeAt(0))], "{{name}}", { type: "image/png" }));
            window.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
        })()
        """);
}
