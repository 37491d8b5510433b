using Xunit;

namespace LatentWalk.Exporter.Tests.Web;

/// <summary>What the page says when something is missing.</summary>
[Collection(OneSite.Name)]
public sealed class TroubleTests(SiteFixture site)
{
    [ChromiumFact]
    public void A_missing_or_cut_model_is_named()
    {
        site.Export(site.Bytes, "gone");
        string model = Directory.GetFiles(site.Folder("gone"), "model-*.onnx").Single();
        byte[] bytes = File.ReadAllBytes(model);
        File.WriteAllBytes(model, bytes[..1000]);
        Assert.Equal(
            $"A file of this page is missing or incomplete. {Path.GetFileName(model)}: it has 1000 bytes, expected {bytes.Length}. Upload the whole folder again, then reload.",
            Stopped("gone"));

        File.Delete(model);
        Assert.Equal(
            $"A file of this page is missing or incomplete. {Path.GetFileName(model)}: the server answered 404. Upload the whole folder again, then reload.",
            Stopped("gone"));
    }

    [ChromiumFact]
    public void A_missing_part_of_the_page_is_told_of()
    {
        site.Export(site.Bytes, "parts");
        File.Delete(Path.Combine(site.Folder("parts"), "runtime", "ort.wasm.min.js"));
        Assert.Contains("runtime/ort.wasm.min.js: ", Stopped("parts"), StringComparison.Ordinal);

        File.Delete(Path.Combine(site.Folder("parts"), "app", "sphere.js"));
        Assert.Equal("A file of this page is missing: something in app/ could not be loaded. Upload the whole folder again, then reload.", Stopped("parts"));

        File.Delete(Path.Combine(site.Folder("parts"), "page.json"));
        site.Export(site.Bytes, "nodocument");
        File.Delete(Path.Combine(site.Folder("nodocument"), "page.json"));
        Assert.Contains("page.json: the server answered 404", Stopped("nodocument"), StringComparison.Ordinal);
    }

    [ChromiumFact]
    public void A_model_that_is_none_is_told_of()
    {
        site.Export(site.Bytes, "broken");
        string model = Directory.GetFiles(site.Folder("broken"), "model-*.onnx").Single();
        File.WriteAllBytes(model, new byte[new FileInfo(model).Length]);

        Assert.StartsWith("The generator could not be started: ", Stopped("broken"), StringComparison.Ordinal);
    }

    [ChromiumFact]
    public void A_browser_without_WebAssembly_is_told_so()
    {
        using var page = site.Open();
        page.Send("Page.addScriptToEvaluateOnNewDocument", new() { ["source"] = "delete globalThis.WebAssembly" });
        page.Go(site.Address("bytes"));
        page.WaitFor("document.body?.className.includes('stopped')");

        Assert.StartsWith("This browser has no WebAssembly, which the generator runs on. Try another browser", page.Text("document.getElementById('stopped-text').textContent"), StringComparison.Ordinal);
    }

    [ChromiumFact]
    public void Opened_as_a_file_the_page_says_what_to_run()
    {
        using var page = site.Open();
        page.Resize(1000, 700);
        page.Go(new Uri(Path.Combine(site.Folder("bytes"), "index.html")).AbsoluteUri);
        page.WaitFor("document.body?.className.includes('stopped')");

        Assert.Contains("browsers load generators only from a web server. In the folder of Latent Walk, run:  lw serve FOLDER", page.Text("document.getElementById('stopped-text').textContent"), StringComparison.Ordinal);
        page.Screenshot("page-as-a-file");
        Assert.Equal("rgb(16, 17, 20)", page.Text("getComputedStyle(document.body).backgroundColor"));
    }

    private string Stopped(string name)
    {
        using var page = site.Open(name);
        page.WaitFor("document.body.className.includes('stopped')", 20);
        Assert.False(page.Is("document.getElementById('stopped').hidden"));
        return page.Text("document.getElementById('stopped-text').textContent");
    }
}
