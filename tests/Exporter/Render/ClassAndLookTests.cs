using LatentWalk.Core.Latents;
using LatentWalk.Core.Onnx;
using LatentWalk.Exporter.Render;
using LatentWalk.Imaging;
using LatentWalk.Inference;
using LatentWalk.Inference.Tests;
using Xunit;

namespace LatentWalk.Exporter.Tests.Render;

public sealed class ClassAndLookTests : TempFolder
{
    private static readonly string[] Names = ["blond", "red", "2"];

    [Theory]
    [InlineData("red", new float[] { 0, 1, 0 })]
    [InlineData("RED", new float[] { 0, 1, 0 })]
    [InlineData("1", new float[] { 0, 1, 0 })]
    [InlineData("2", new float[] { 0, 0, 1 })]
    [InlineData("blond=0.7,red=0.3", new[] { 0.7f, 0.3f, 0 })]
    [InlineData("0=0.5, 2=-1", new[] { 0.5f, 0, -1 })]
    [InlineData("0.2,0.3,0.5", new[] { 0.2f, 0.3f, 0.5f })]
    [InlineData(null, new float[] { 1, 0, 0 })]
    public void A_class_is_a_name_a_number_or_weights(string? text, float[] expected) =>
        Assert.Equal(expected, Assert.Single(new ClassChoice("g", 3, Names).Parse(text)));

    [Theory]
    [InlineData("green", "there is no class 'green'; g has classes 0 to 2, called blond, red, 2. Give one of them, weights as in blond=0.5,red=0.5, or all.")]
    [InlineData("3", "there is no class '3'")]
    [InlineData("red=x", "'x' is not a weight; expected a number")]
    [InlineData("1,2", "there is no class '1,2'")]
    public void A_class_that_is_not_there_names_those_that_are(string text, string message) =>
        Assert.Contains(message, Assert.Throws<Core.Errors.UsageException>(() => new ClassChoice("g", 3, Names).Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_picture_shows_its_class_and_remembers_it_and_all_makes_one_of_each()
    {
        string generator = Conditional();
        Assert.Equal(0, ExporterRun.Of("render", generator, "--seeds", "3-4", "--class", "red", "-o", At("out")).Code);
        Assert.Equal(0, ExporterRun.Of("render", generator, "--seeds", "3-4", "--class", "all", "-o", At("all")).Code);
        Assert.Equal(
            ["seed-000003-c0.png", "seed-000003-c1.png", "seed-000003-c2.png", "seed-000004-c0.png", "seed-000004-c1.png", "seed-000004-c2.png"],
            Directory.GetFiles(At("all")).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
        Assert.Equal([0, 1, 0], PngFile.ReadLatent(At("out/seed-000003.png"))!.C!);

        using var session = Sessions.Open(generator);
        byte[] expected = new byte[1024];
        float[] z = Latent.FromSeed(3, 12);
        session.Run(z, [0, 1, 0], 1, expected);
        foreach (string file in new[] { "out/seed-000003.png", "all/seed-000003-c1.png" })
        {
            Assert.All(PngFile.Read(At(file)).Rgba.Zip(expected), pair => Assert.InRange(pair.First - pair.Second, -1, 1));
        }

        Assert.NotEqual(PngFile.Read(At("all/seed-000003-c0.png")).Rgba, PngFile.Read(At("all/seed-000003-c2.png")).Rgba);

        // From class to class and back, with one latent.
        Assert.Equal(0, ExporterRun.Of("render", generator, "--seeds", "3", "--class", "all", "--loop", "3", "--fps", "10", "--style", "keys", "--format", "frames", "-o", At("loop")).Code);
        Assert.Equal([0.5f, 0.5f, 0], PngFile.ReadLatent(At("loop/frame-000006.png"))!.C!);
        var circle = ExporterRun.Of("render", generator, "--seeds", "3", "--class", "all", "--loop", "3", "-o", At("x"));
        Assert.Equal(2, circle.Code);
        Assert.Contains("--class all names 3 classes, but this loop flies in one; name one, or --style keys to fly from class to class", circle.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_drawn_again_keeps_its_class_unless_another_is_named()
    {
        string generator = Conditional();
        Assert.Equal(0, ExporterRun.Of("render", generator, "--seeds", "3", "--class", "blond=0.4,red=0.6", "-o", At("a.png")).Code);
        Assert.Equal(0, ExporterRun.Of("render", generator, "--from", At("a.png"), "-o", At("same.png")).Code);
        Assert.Equal(0, ExporterRun.Of("render", generator, "--from", At("a.png"), "--class", "2", "-o", At("other.png")).Code);
        Assert.Equal(File.ReadAllBytes(At("a.png")), File.ReadAllBytes(At("same.png")));
        Assert.Equal([0, 0, 1], PngFile.ReadLatent(At("other.png"))!.C!);
    }

    [Fact]
    public void Alpha_stays_where_the_generator_has_it_and_goes_where_there_is_a_background()
    {
        string generator = ForeignGraph.Write(At("g.onnx"), new ForeignGraph { Channels = 4 });
        Assert.Equal(0, ExporterRun.Of("render", generator, "--seeds", "0", "-o", At("clear.png")).Code);
        Assert.Equal(0, ExporterRun.Of("render", generator, "--seeds", "0", "--background", "#ff8000", "-o", At("solid.png")).Code);
        byte[] clear = PngFile.Read(At("clear.png")).Rgba;
        byte[] solid = PngFile.Read(At("solid.png")).Rgba;
        Assert.Contains(clear.Where((_, i) => i % 4 == 3), alpha => alpha < 255);
        for (int i = 0; i < clear.Length; i += 4)
        {
            int alpha = clear[i + 3];
            Assert.Equal([Over(clear[i], 0xFF, alpha), Over(clear[i + 1], 0x80, alpha), Over(clear[i + 2], 0, alpha), 255], solid[i..(i + 4)].Select(level => (int)level));
        }

        Assert.Equal(0, ExporterRun.Of("render", generator, "--seeds", "0", "--loop", "0.4", "--fps", "10", "--format", "webp,apng,gif", "-o", At("out")).Code);
        foreach (string file in new[] { "loop.apng", "loop.webp" })
        {
            var first = EncodedPicture.Check(File.ReadAllBytes(At("out/" + file)), file).Decode();
            Assert.All(first.Rgba.Zip(clear).Where((_, i) => i % 4 == 3), pair => Assert.InRange(pair.First - pair.Second, -1, 1));
        }

        var gif = EncodedPicture.Check(File.ReadAllBytes(At("out/loop.gif")), "gif").Decode().Rgba;
        Assert.All(gif.Where((_, i) => i % 4 == 3).Zip(clear.Where((_, i) => i % 4 == 3)), pair => Assert.Equal(pair.Second >= 128 ? 255 : 0, pair.First));
    }

    [Fact]
    public void Lanczos_makes_any_size_and_keeps_the_shape()
    {
        string generator = ForeignGraph.Write(At("g.onnx"), new ForeignGraph());    // 10x8
        Assert.Equal(0, ExporterRun.Of("render", generator, "--seeds", "0", "--size", "25", "-o", At("a.png")).Code);
        Assert.Equal((25, 20), (PngFile.Read(At("a.png")).Width, PngFile.Read(At("a.png")).Height));
        Assert.Equal(0, ExporterRun.Of("render", generator, "--seeds", "0", "--size", "5", "-o", At("small.png")).Code);
        Assert.Equal((5, 4), (PngFile.Read(At("small.png")).Width, PngFile.Read(At("small.png")).Height));

        Assert.Equal(0, ExporterRun.Of("render", generator, "--seeds", "0", "--size", "30", "-o", At("near.png")).Code);
        Assert.Equal(0, ExporterRun.Of("render", generator, "--seeds", "0", "--scale", "3", "--filter", "lanczos", "-o", At("smooth.png")).Code);
        byte[] near = PngFile.Read(At("near.png")).Rgba;
        Assert.Equal(near[..4], near[8..12]);
        Assert.NotEqual(near, PngFile.Read(At("smooth.png")).Rgba);
    }

    private static int Over(int level, int ground, int alpha) => ((level * alpha) + (ground * (255 - alpha)) + 127) / 255;

    private string Conditional()
    {
        var spec = SmallGenerator.Spec with { Classes = 3 };
        var metadata = new GeneratorMetadata { ZDim = 12, Resolution = 16, Classes = 3, ClassNames = Names };
        return SmallGenerator.Write(At("faces.onnx"), spec, metadata: metadata);
    }
}
