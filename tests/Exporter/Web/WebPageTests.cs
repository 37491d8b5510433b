using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LatentWalk.Core.Latents;
using LatentWalk.Core.Onnx;
using LatentWalk.Exporter.Web;
using LatentWalk.Imaging;
using LatentWalk.Inference.Tests;
using Xunit;

namespace LatentWalk.Exporter.Tests.Web;

/// <summary>The folder that <c>export --web</c> writes, without a browser; in place of ONNX Runtime Web a few bytes.</summary>
public sealed partial class WebPageTests : TempFolder
{
    [Fact]
    public void A_run_becomes_a_folder_whose_parts_fit_together()
    {
        var export = ExporterRun.Of("export", TestCheckpoint.WriteRun(At("faces")), "--web", At("page"), "--runtime", Runtime(), "--author", "Ada", "--license", "CC0-1.0");

        Assert.Equal(0, export.Code);
        Assert.Contains($"Look at it with: lw serve {At("page")}", export.Output, StringComparison.Ordinal);
        var page = JsonNode.Parse(File.ReadAllText(At("page/page.json")))!;
        string model = page["model"]!["file"]!.GetValue<string>();
        using var session = Sessions.Open(Path.Combine(At("page"), model));
        Assert.Equal(session.Info.Sha256, page["model"]!["sha256"]!.GetValue<string>());
        Assert.Equal(session.Info.Sha256[..12], model["model-".Length..^".onnx".Length]);
        Assert.Equal(new FileInfo(Path.Combine(At("page"), model)).Length, page["model"]!["bytes"]!.GetValue<long>());
        Assert.Equal((12, 12, 2), (page["latent"]!["zdim"]!.GetValue<int>(), page["directions"]!.AsArray().Count, page["latent"]!["rank"]!.GetValue<int>()));
        Assert.Equal(session.Info.Directions[3].Vector, Latent.FromBase64(page["directions"]![3]!["vector"]!.GetValue<string>()));
        Assert.Contains(page["directions"]!.AsArray(), direction => direction!["gain"]!.GetValue<float>() != 1);
        foreach (var (file, bytes) in page["runtime"]!["bytes"]!.AsObject())
        {
            Assert.Equal(new FileInfo(At($"page/runtime/{file}")).Length, bytes!.GetValue<long>());
        }

        var preview = PngFile.ReadLatent(At("page/preview.png"))!;
        Assert.Equal((0UL, session.Info.Sha256), (preview.Seed!.Value, preview.Model));
        Assert.Equal(ShownPicture.Expected(Path.Combine(At("page"), model), preview), PngFile.Read(At("page/preview.png")).Rgba);
        string html = File.ReadAllText(At("page/index.html"));
        Assert.Contains("faces: 16×16 pictures from 12 numbers. Trained for 1200 steps (modern-64). By Ada. Licence: CC0-1.0. SHA-256", Decoded(html), StringComparison.Ordinal);
        Assert.StartsWith("MIT License", File.ReadAllText(At("page/app/LICENSE.txt")), StringComparison.Ordinal);
        Assert.Contains("Copyright (c) Microsoft Corporation", File.ReadAllText(At("page/runtime/LICENSE.txt")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_names_no_address_and_runs_no_script_but_its_own()
    {
        Export();

        foreach (string file in Directory.GetFiles(At("page"), "*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) is ".html" or ".js" or ".css" or ".json"))
        {
            string text = File.ReadAllText(file);
            Assert.False(Address().IsMatch(text), $"{file} names {Address().Match(text)}");
            Assert.False(FromRoot().IsMatch(text), $"{file} loads from the root: {FromRoot().Match(text)}");
            Assert.DoesNotContain("{{", text, StringComparison.Ordinal);
        }

        string html = File.ReadAllText(At("page/index.html"));
        string policy = Decoded(Policy().Match(html).Groups[1].Value);
        Assert.StartsWith("default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'sha256-", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-inline", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("og:image", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_title_is_text_and_an_address_makes_the_preview_of_links_whole()
    {
        Export("--title", "<b>Ada's \"faces\"</b> & more", "--address", "https://example.org/some/faces");

        string html = File.ReadAllText(At("page/index.html"));
        Assert.Contains("<title>&lt;b&gt;Ada&#39;s &quot;faces&quot;&lt;/b&gt; &amp; more</title>", html, StringComparison.Ordinal);
        Assert.Contains("<meta property=\"og:image\" content=\"https://example.org/some/faces/preview.png\">", html, StringComparison.Ordinal);
        Assert.Contains("<meta property=\"og:url\" content=\"https://example.org/some/faces/\">", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Exporting_again_replaces_the_page_and_leaves_what_else_lies_there()
    {
        Export();
        string before = Directory.GetFiles(At("page"), "model-*.onnx").Single();
        Directory.CreateDirectory(At("page/.git"));
        File.WriteAllText(At("page/.git/HEAD"), "ref");
        File.WriteAllText(At("page/CNAME"), "example.org");
        File.WriteAllText(At("page/model-of-a-car.onnx"), "theirs");

        Assert.Equal(0, ExporterRun.Of("export", SmallGenerator.Write(At("g.onnx"), SmallGenerator.Spec with { LeakySlope = 0.2f }), "--web", At("page"), "--runtime", Runtime()).Code);

        Assert.False(File.Exists(before));
        Assert.Equal(2, Directory.GetFiles(At("page"), "model-*.onnx").Length);
        Assert.Equal(("ref", "example.org", "theirs"), (File.ReadAllText(At("page/.git/HEAD")), File.ReadAllText(At("page/CNAME")), File.ReadAllText(At("page/model-of-a-car.onnx"))));
        Assert.Empty(Directory.GetFiles(At("page"), ".lw-*", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_folder_with_other_things_in_it_is_not_touched()
    {
        Directory.CreateDirectory(At("page"));
        File.WriteAllText(At("page/thesis.txt"), "mine");
        File.WriteAllText(At("page/page.json"), "{\"format\":\"another\"}");

        var export = ExporterRun.Of("export", SmallGenerator.Write(At("g.onnx")), "--web", At("page"), "--runtime", Runtime());

        Assert.Equal(2, export.Code);
        Assert.Contains("has files that are not a page of Latent Walk (no page.json that says so), and they could be overwritten; give a new folder to --web, or empty this one.", export.Output, StringComparison.Ordinal);
        Assert.Equal(2, Directory.GetFiles(At("page"), "*", SearchOption.AllDirectories).Length);

        File.WriteAllText(At("file"), "x");
        Assert.Contains("is a file, expected the folder to write the page to", ExporterRun.Of("export", At("g.onnx"), "--web", At("file"), "--runtime", Runtime()).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_wrong_with_the_runtime_is_said_with_how_to_get_it()
    {
        string model = SmallGenerator.Write(At("g.onnx"));
        string Refused(params string[] options)
        {
            var export = ExporterRun.Of(["export", model, "--web", At("page"), .. options]);
            Assert.Equal(2, export.Code);
            Assert.False(Directory.Exists(At("page")));
            Assert.Contains("Run 'npm pack onnxruntime-web@1.23.2', unpack the .tgz (tar -xzf) and give --runtime package.", export.Output, StringComparison.Ordinal);
            return export.Output;
        }

        Assert.Contains("--web needs the package onnxruntime-web 1.23.2, which ./lw fetches by itself", Refused(), StringComparison.Ordinal);
        Assert.Contains("has no package.json", Refused("--runtime", At("nowhere")), StringComparison.Ordinal);
        Assert.Contains("holds onnxruntime-web 1.9.0, expected onnxruntime-web 1.23.2", Refused("--runtime", Runtime("1.9.0")), StringComparison.Ordinal);
        File.Delete(Path.Combine(Runtime(), "dist", "ort.webgpu.min.mjs"));
        Assert.Contains("has no dist/ort.webgpu.min.mjs, expected the whole package", Refused("--runtime", At("runtime-1.23.2")), StringComparison.Ordinal);
        File.WriteAllText(At("runtime-1.23.2/package.json"), "{");
        Assert.Contains("is not JSON", Refused("--runtime", At("runtime-1.23.2")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_generator_file_is_not_exported_into_another_one()
    {
        var export = ExporterRun.Of("export", SmallGenerator.Write(At("g.onnx")), "-o", At("h.onnx"), "--web", At("page"));

        Assert.Equal(2, export.Code);
        Assert.Contains("is a generator file already, and --output decides how one is made of a run or checkpoint; export from that, or leave --output out.", export.Output, StringComparison.Ordinal);
        Assert.Contains("--precision decides how", ExporterRun.Of("export", At("g.onnx"), "--web", At("page"), "--precision", "fp16").Output, StringComparison.Ordinal);
        Assert.Equal(2, ExporterRun.Of("export", At("g.onnx"), "--web", At("page"), "--address", "faces.html").Code);
    }

    [Fact]
    public void A_page_made_again_from_a_later_checkpoint_keeps_its_axes()
    {
        float[] Axis(int number) => Latent.FromBase64(JsonNode.Parse(File.ReadAllText(At("page/page.json")))!["directions"]![number]!["vector"]!.GetValue<string>());
        Assert.Equal(0, ExporterRun.Of("export", TestCheckpoint.WriteRun(At("a/faces")), "--web", At("page"), "--runtime", Runtime()).Code);
        float[] before = Axis(0);

        Assert.Equal(0, ExporterRun.Of("export", TestCheckpoint.WriteRun(At("b/faces"), step: 2400, weightSeed: 9), "--web", At("page"), "--runtime", Runtime()).Code);
        float[] followed = Axis(0);
        Assert.Equal(0, ExporterRun.Of("export", At("b/faces"), "--web", At("fresh"), "--runtime", Runtime()).Code);
        float[] own = Latent.FromBase64(JsonNode.Parse(File.ReadAllText(At("fresh/page.json")))!["directions"]![0]!["vector"]!.GetValue<string>());

        Assert.True(Dot(before, followed) > Math.Abs(Dot(before, own)) + 0.05f, $"{Dot(before, followed)} to the page before, {Dot(before, own)} without it");
    }

    [Fact]
    public void Options_of_the_page_and_the_repository_need_them()
    {
        string run = TestCheckpoint.WriteRun(At("run"));

        Assert.Contains("--title belongs to --web DIR; give that as well, or leave --title out.", ExporterRun.Of("export", run, "-o", At("g.onnx"), "--title", "x").Output, StringComparison.Ordinal);
        Assert.Contains("--max-batch belongs to --triton DIR; give that as well, or leave --max-batch out.", ExporterRun.Of("export", run, "-o", At("g.onnx"), "--max-batch", "4").Output, StringComparison.Ordinal);
        Assert.False(File.Exists(At("g.onnx")));
    }

    [Fact]
    public void The_launchers_fetch_the_version_that_is_asked_for()
    {
        string script = File.ReadAllText(Path.Combine(WebRuntimeFolder.Root, "Exporter", "Web", "fetch.sh"));
        Assert.Contains($"\nversion={WebRuntime.PinnedVersion}\n", script, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_module_that_the_page_imports_is_there()
    {
        Export();
        int imports = 0;
        foreach (string file in Directory.GetFiles(At("page/app"), "*.js"))
        {
            foreach (Match match in Import().Matches(File.ReadAllText(file)))
            {
                imports++;
                Assert.True(File.Exists(Path.Combine(At("page/app"), match.Groups[1].Value)), $"{file} imports {match.Groups[1].Value}");
            }
        }

        Assert.True(imports > 10);
    }

    private void Export(params string[] more) =>
        Assert.Equal(0, ExporterRun.Of(["export", SmallGenerator.Write(At("faces.onnx")), "--web", At("page"), "--runtime", Runtime(), .. more]).Code);

    private string Runtime(string version = WebRuntime.PinnedVersion)
    {
        string folder = At($"runtime-{version}");
        Directory.CreateDirectory(Path.Combine(folder, "dist"));
        File.WriteAllText(Path.Combine(folder, "package.json"), $$"""{"name":"onnxruntime-web","version":"{{version}}"}""");
        foreach (string name in new[] { "ort.wasm.min.mjs", "ort.webgpu.min.mjs", "ort-wasm-simd-threaded.mjs", "ort-wasm-simd-threaded.wasm", "ort-wasm-simd-threaded.asyncify.mjs", "ort-wasm-simd-threaded.asyncify.wasm" })
        {
            File.WriteAllText(Path.Combine(folder, "dist", name), $"// {name}");
        }

        return folder;
    }

    private static float Dot(float[] a, float[] b) => a.Zip(b, (x, y) => x * y).Sum();

    private static string Decoded(string html) => System.Net.WebUtility.HtmlDecode(html);

    [GeneratedRegex("(https?:)?//[a-z0-9]+\\.[a-z]", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex("(src|href)=\"/|url\\(/|from \"/|import\\(\"/")]
    private static partial Regex FromRoot();

    [GeneratedRegex("Content-Security-Policy\" content=\"([^\"]+)\"")]
    private static partial Regex Policy();

    [GeneratedRegex("from \"\\./([a-z]+\\.js)\"")]
    private static partial Regex Import();
}
