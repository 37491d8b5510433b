using LatentWalk.Inference.Tests;
using Xunit;

namespace LatentWalk.Exporter.Tests.Render;

/// <summary>Requests that make no sense are refused in words, all problems at once, and nothing is made.</summary>
public sealed class RenderRulesTests : TempFolder
{
    [Theory]
    [InlineData("nothing says what to draw; give --seeds LIST or --walk FILE.walk.json or --from PICTURE.png")]
    [InlineData("--seeds and --from both say what to draw", "--seeds", "1", "--from", "a.png")]
    [InlineData("--loop does not go with --walk, which says itself what is seen when", "--walk", "a.walk.json", "--loop", "2")]
    [InlineData("--sampling says what a seed means, and --from has no seeds", "--from", "a.png", "--sampling", "sphere")]
    [InlineData("--scale and --size both say how large", "--seeds", "1", "--scale", "2", "--size", "64")]
    [InlineData("--filter says how pictures are enlarged; give --scale N or --size PIXELS too", "--seeds", "1", "--filter", "lanczos")]
    [InlineData("--style goes with --loop SECONDS; add that, or leave it out; --waves goes with --loop SECONDS --style noise", "--seeds", "1", "--style", "noise", "--waves", "2")]
    [InlineData("--style circle flies from one latent, but 3 are given; give one, or --style keys", "--seeds", "1-3", "--loop", "2", "--style", "circle")]
    [InlineData("--style keys needs at least 2 key frames, but 1 latent is given", "--seeds", "1", "--loop", "2", "--style", "keys")]
    [InlineData("--easing goes with --style keys (the others fly evenly)", "--seeds", "1", "--loop", "2", "--style", "noise", "--easing", "smooth")]
    [InlineData("--style noise makes its own latents of a seed", "--from", "a.png", "--loop", "2", "--style", "noise")]
    [InlineData("--waves is 99, expected 1 to 32", "--seeds", "1", "--loop", "2", "--style", "noise", "--waves", "99")]
    [InlineData("--loop is -1, expected more than 0 and at most 3600 seconds", "--seeds", "1", "--loop", "-1")]
    [InlineData("--columns goes with --sheet or --sprites", "--seeds", "1", "--columns", "2")]
    [InlineData("--padding goes with --sprites; add that, or leave it out; --pot goes with --sprites", "--seeds", "1", "--sheet", "--padding", "2", "--pot")]
    [InlineData("--sheet and --sprites are two kinds of sheet", "--seeds", "1", "--sheet", "--sprites")]
    [InlineData("--format goes with a film: --loop SECONDS or --walk FILE", "--seeds", "1", "--format", "gif")]
    [InlineData("--format: 'avi' is no film; expected frames, webp, apng, gif, mp4", "--seeds", "1", "--loop", "2", "--format", "gif,avi")]
    [InlineData("--quality goes with a .webp film", "--seeds", "1", "--loop", "2", "--format", "gif", "--quality", "80")]
    [InlineData("--background is 'red', expected a colour such as #202020", "--seeds", "1", "--background", "red")]
    [InlineData("--class is 'x', but g knows no classes; leave it out", "--seeds", "1", "--class", "x")]
    [InlineData("--size is 50, which is no whole multiple of 16, as --filter nearest needs it; use --filter lanczos, or a size like 48", "--seeds", "1", "--size", "50", "--filter", "nearest")]
    [InlineData("a sprite of 16x16 needs 20x20 with its padding, but a sheet has at most 16x16", "--seeds", "1", "--sprites", "--max-size", "17", "--pot")]
    [InlineData("--columns is 9, but a sheet of at most 64 pixels has place for 3", "--seeds", "0-20", "--sprites", "--max-size", "64", "--columns", "9")]
    [InlineData("would be 33554434x", "--seeds", "0-400000", "--sheet", "--size", "1022", "--columns", "32768")]
    public void A_request_that_makes_no_sense_says_why(string message, params string[] options) => Refused(message, At("out"), options);

    [Theory]
    [InlineData("x.webp", "names a film, but nothing moves; add --loop SECONDS, or name a folder")]
    [InlineData("x.mp4", "names a film, but --sheet makes a picture; name a .png or a folder", "--sheet")]
    [InlineData("x.png", "names one picture, but there are more; name a folder, or add --sheet")]
    [InlineData("x.png", "names one picture, but there are more; name a folder or a film", "--loop", "2")]
    [InlineData("x.webp", "--format says which films a folder gets, but '", "--loop", "2", "--format", "gif")]
    [InlineData("x.gif", "a GIF shows at most 50 frames a second, not 60", "--loop", "2", "--fps", "60")]
    [InlineData("x.webp", "a WebP has at most 16383 pixels a side, not 16384x16384", "--loop", "2", "--size", "16384")]
    public void An_output_that_does_not_fit_says_why(string output, string message, params string[] options) => Refused(message, At(output), ["--seeds", "1,2", .. options]);

    [Fact]
    public void A_picture_without_a_latent_and_one_of_another_size_are_told()
    {
        string generator = SmallGenerator.Write(At("g.onnx"));
        Imaging.PngFile.Write(At("plain.png"), new byte[1024], 16, 16);
        var plain = ExporterRun.Of("render", generator, "--from", At("plain.png"), "-o", At("out"));
        Assert.Equal(3, plain.Code);
        Assert.Contains("plain.png' remembers no latent: it was not saved by this program", plain.Output, StringComparison.Ordinal);

        string other = SmallGenerator.Write(At("other.onnx"), SmallGenerator.Spec with { ZDim = 9 });
        Assert.Equal(0, ExporterRun.Of("render", other, "--seeds", "1", "--sampling", "sphere", "-o", At("nine.png")).Code);
        var nine = ExporterRun.Of("render", generator, "--from", At("nine.png"), "-o", At("out"));
        Assert.Equal(4, nine.Code);
        Assert.Contains("has a latent of 9 numbers, but g takes 12", nine.Output, StringComparison.Ordinal);

        Assert.Equal(0, ExporterRun.Of("render", other, "--seeds", "1", "-o", At("seed.png")).Code);
        var warned = ExporterRun.Of("render", generator, "--from", At("seed.png"), "-o", At("out"));
        Assert.Equal(0, warned.Code);
        Assert.Contains("was made by another generator, SHA-256", warned.Output, StringComparison.Ordinal);
    }

    private void Refused(string message, string output, string[] options)
    {
        var run = ExporterRun.Of(["render", SmallGenerator.Write(At("g.onnx")), "-o", output, .. options]);
        Assert.Contains(message, run.Output, StringComparison.Ordinal);
        Assert.Equal(2, run.Code);
        Assert.Equal([At("g.onnx")], Directory.GetFileSystemEntries(Path.GetDirectoryName(At("g.onnx"))!));
    }
}
