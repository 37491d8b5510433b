using LatentWalk.Core.Latents;
using LatentWalk.Imaging;
using LatentWalk.Inference.Tests;
using Xunit;

namespace LatentWalk.Exporter.Tests.Render;

public sealed class LoopTests : TempFolder
{
    public static TheoryData<string[]> Loops => new()
    {
        new[] { "--seeds", "5" },
        new[] { "--seeds", "5", "--style", "noise" },
        new[] { "--seeds", "5", "--style", "noise", "--waves", "6" },
        new[] { "--seeds", "5,9,2" },
        new[] { "--seeds", "5,9,2", "--easing", "flowing" },
        new[] { "--seeds", "5,9", "--sampling", "sphere", "--easing", "smooth" },
    };

    [Theory]
    [MemberData(nameof(Loops))]
    public void The_step_from_the_last_frame_to_the_first_is_like_the_other_steps(string[] options)
    {
        var latents = Frames(options);
        Assert.Equal(60, latents.Count);
        double[] steps = [.. Enumerable.Range(0, 60).Select(i => Distance(latents[i].Z!, latents[(i + 1) % 60].Z!))];
        double inner = Math.Max(steps[58], steps[0]);
        Assert.InRange(steps[59], 0.5 * Math.Min(steps[58], steps[0]), 1.5 * inner);
        Assert.InRange(steps[59], 0, steps[..59].Max() * 1.0001);
    }

    [Fact]
    public void A_circle_begins_on_its_seed_and_remembers_it()
    {
        var first = Frames("--seeds", "5")[0];
        Assert.Equal((5ul, Latent.FromSeed(5, 12)), (first.Seed!.Value, first.Z!), (a, b) => a.Item1 == b.Item1 && a.Item2.SequenceEqual(b.Item2));
    }

    [Fact]
    public void Key_frames_are_met_exactly()
    {
        var latents = Frames("--seeds", "5,9,2", "--easing", "flowing");
        Assert.Equal(new ulong?[] { 5, 9, 2 }, new[] { latents[0].Seed, latents[20].Seed, latents[40].Seed });
        Assert.Equal(Latent.FromSeed(9, 12), latents[20].Z);
    }

    [Fact]
    public void Saved_pictures_are_key_frames_with_their_own_latent_and_truncation()
    {
        string generator = SmallGenerator.Write(At("g.onnx"));
        Assert.Equal(0, ExporterRun.Of("render", generator, "--seeds", "5", "--truncation", "0.5", "-o", At("a.png")).Code);
        Assert.Equal(0, ExporterRun.Of("render", generator, "--seeds", "9", "--sampling", "orthogonal", "-o", At("b.png")).Code);

        var run = ExporterRun.Of("render", generator, "--from", At("a.png"), At("b.png"), "--loop", "2", "--fps", "10", "--format", "frames", "-o", At("out"));

        Assert.True(run.Code == 0, run.Output);
        var first = PngFile.ReadLatent(At("out/frame-000001.png"))!;
        var middle = PngFile.ReadLatent(At("out/frame-000011.png"))!;
        Assert.Equal(0.5f, first.Truncation);
        Assert.Equal(1f, middle.Truncation);
        Assert.Equal(Latent.FromSeed(5, 12), first.Z);
        Assert.Equal(PngFile.ReadLatent(At("b.png"))!.Z, middle.Z);
        Assert.All(PngFile.Read(At("a.png")).Rgba.Zip(PngFile.Read(At("out/frame-000001.png")).Rgba), pair => Assert.InRange(pair.First - pair.Second, -1, 1));
    }

    [Fact]
    public void A_saved_picture_is_drawn_again_in_another_size_under_its_own_name()
    {
        string generator = SmallGenerator.Write(At("g.onnx"));
        Assert.Equal(0, ExporterRun.Of("render", generator, "--seeds", "5", "-o", At("x/face.png")).Code);
        Assert.Equal(0, ExporterRun.Of("render", generator, "--seeds", "6", "-o", At("y/face.png")).Code);
        var run = ExporterRun.Of("render", generator, "--from", At("x/face.png"), At("y/face.png"), "--scale", "3", "-o", At("out"));
        Assert.True(run.Code == 0, run.Output);
        Assert.Equal((5ul, 6ul), (PngFile.ReadLatent(At("out/face.png"))!.Seed!.Value, PngFile.ReadLatent(At("out/face-2.png"))!.Seed!.Value));
        Assert.Equal((48, 48), (PngFile.Read(At("out/face.png")).Width, PngFile.Read(At("out/face.png")).Height));

        var over = ExporterRun.Of("render", generator, "--from", At("x/face.png"), "--scale", "3", "-o", At("x"));
        Assert.Equal(2, over.Code);
        Assert.Contains("would be written over the picture that it is made of", over.Output, StringComparison.Ordinal);
        Assert.Equal(16, PngFile.Read(At("x/face.png")).Width);
    }

    [Fact]
    public void A_folder_that_holds_more_frames_than_the_film_is_warned_of()
    {
        string generator = SmallGenerator.Write(At("g.onnx"));
        string[] arguments = ["render", generator, "--seeds", "5", "--fps", "10", "--format", "frames", "-o", At("out"), "--loop"];
        Assert.Equal(0, ExporterRun.Of([.. arguments, "2"]).Code);
        Assert.Contains("also has frames after the 10 of this film", ExporterRun.Of([.. arguments, "1"]).Output, StringComparison.Ordinal);
    }

    private List<PictureLatent> Frames(params string[] options)
    {
        string generator = SmallGenerator.Write(At("g.onnx"));
        var run = ExporterRun.Of(["render", generator, "--loop", "3", "--fps", "20", "--format", "frames", "-o", At("out"), .. options]);
        Assert.True(run.Code == 0, run.Output);
        return [.. Directory.GetFiles(At("out")).Order(StringComparer.Ordinal).Select(file => PngFile.ReadLatent(file)!)];
    }

    private static double Distance(float[] a, float[] b) => Math.Sqrt(a.Zip(b, (x, y) => (double)(x - y) * (x - y)).Sum());
}
