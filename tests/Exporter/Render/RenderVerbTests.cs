using LatentWalk.Core.Latents;
using LatentWalk.Imaging;
using LatentWalk.Inference;
using LatentWalk.Inference.Tests;
using Xunit;

namespace LatentWalk.Exporter.Tests.Render;

public sealed class RenderVerbTests : TempFolder
{
    [Fact]
    public void Each_seed_becomes_a_png_that_remembers_its_latent()
    {
        string generator = SmallGenerator.Write(At("g.onnx"));

        var run = ExporterRun.Of("render", generator, "--seeds", "0-2,40", "-o", At("out"), "--truncation", "0.7");

        Assert.True(run.Code == 0, run.Output);
        Assert.Equal(["seed-000000.png", "seed-000001.png", "seed-000002.png", "seed-000040.png"], Names("out"));
        using var session = Sessions.Open(generator);
        foreach (string file in Directory.GetFiles(At("out")))
        {
            var latent = PngFile.ReadLatent(file)!;
            Assert.Equal((session.Info.Sha256, 0.7f), (latent.Model, latent.Truncation));
            float[] z = Latent.FromSeed(latent.Seed!.Value, 12);
            Latent.Truncate(z, latent.Truncation, z);
            var again = new byte[1024];
            session.Run(z, 1, again);
            var (rgba, _, _) = PngFile.Read(file);
            Assert.All(rgba.Zip(again), pair => Assert.InRange(pair.First - pair.Second, -1, 1));
        }
    }

    [Fact]
    public void More_pictures_than_a_batch_are_all_there()
    {
        var run = ExporterRun.Of("render", SmallGenerator.Write(At("g.onnx")), "--seeds", "0-149", "-o", At("out"));

        Assert.True(run.Code == 0, run.Output);
        Assert.Equal(150, Names("out").Length);
    }

    [Fact]
    public void Rendering_again_gives_the_same_bytes()
    {
        string generator = SmallGenerator.Write(At("g.onnx"));
        foreach (string folder in new[] { "a", "b" })
        {
            Assert.Equal(0, ExporterRun.Of("render", generator, "--seeds", "0-70", "-o", At(folder)).Code);
            Assert.Equal(0, ExporterRun.Of("render", generator, "--seeds", "0-4", "-o", At(folder), "--sheet").Code);
            Assert.Equal(0, ExporterRun.Of("render", generator, "--seeds", "0-4", "-o", At(folder), "--loop", "0.5", "--fps", "12", "--format", "webp,apng,gif,frames").Code);
            Assert.Equal(0, ExporterRun.Of("render", generator, "--seeds", "0-4", "-o", At(folder), "--sprites", "--extrude", "1").Code);
        }

        Assert.Equal(Names("a"), Names("b"));
        Assert.All(Names("a"), name => Assert.Equal(File.ReadAllBytes(At($"a/{name}")), File.ReadAllBytes(At($"b/{name}"))));
        Assert.Equal(["loop.apng", "loop.gif", "loop.webp"], Names("a").Where(name => name.StartsWith("loop", StringComparison.Ordinal)));
        Assert.Equal(71 + 6 + 4 + 2, Names("a").Length);
    }

    [Fact]
    public void A_sheet_has_the_columns_asked_for_and_scaled_pictures()
    {
        string generator = SmallGenerator.Write(At("g.onnx"));

        Assert.Equal(0, ExporterRun.Of("render", generator, "--seeds", "0-4", "-o", At("out"), "--sheet", "--columns", "3", "--scale", "2").Code);

        var (rgba, width, height) = PngFile.Read(At("out/sheet.png"));
        Assert.Equal((3 * 34 + 2, 2 * 34 + 2), (width, height));
        Assert.Equal(rgba.AsSpan(4 * (2 * width + 2), 4).ToArray(), rgba.AsSpan(4 * (3 * width + 3), 4).ToArray());
    }

    [Fact]
    public void A_generator_of_one_picture_at_a_time_renders_too()
    {
        string generator = ForeignGraph.Write(At("g.onnx"), new ForeignGraph { FixedBatch = 1 });

        var run = ExporterRun.Of("render", generator, "--seeds", "0-3", "-o", At("out"));

        Assert.True(run.Code == 0, run.Output);
        Assert.Equal(4, Names("out").Length);
    }

    [Theory]
    [InlineData("--seeds", "x", "'x' is not a seed or a range")]
    [InlineData("--seeds", "5-2", "ends before it begins")]
    [InlineData("--seeds", "0-18446744073709551615", "more than 1000000 seeds")]
    [InlineData("--scale", "0", "--scale is 0, expected 1 to 64")]
    [InlineData("--fps", "0", "--fps is 0, expected 1 to 240; --fps goes with --loop SECONDS or --walk FILE")]
    [InlineData("--loop", "-1", "--loop is -1")]
    [InlineData("--truncation", "9", "--truncation is 9, expected 0 to 4")]
    public void A_wrong_option_is_a_usage_error_and_makes_no_folder(string option, string value, string message)
    {
        string[] arguments = ["render", SmallGenerator.Write(At("g.onnx")), "-o", At("out"), option, value];

        var run = ExporterRun.Of(option == "--seeds" ? arguments : [.. arguments, "--seeds", "1"]);

        Assert.Equal(2, run.Code);
        Assert.Contains(message, run.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(At("out")));
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_a_disk_error()
    {
        File.WriteAllText(At("file"), "");

        var run = ExporterRun.Of("render", SmallGenerator.Write(At("g.onnx")), "--seeds", "1", "-o", At("file/out"));

        Assert.Equal(5, run.Code);
        Assert.Contains("cannot make the folder", run.Output, StringComparison.Ordinal);
    }

    private string[] Names(string folder) => [.. Directory.GetFiles(At(folder)).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];
}
