using LatentWalk.Imaging;
using Xunit;

namespace LatentWalk.Trainer.Tests.Verbs;

public sealed class PaintVerbTests
{
    [Fact]
    public void Painting_says_on_standard_error_what_is_where()
    {
        using var folder = new TemporaryFolder();
        using var paint = TrainerProcess.Run("paint", folder["set"], "--count", "3", "--size", "80", "--seed", "5");
        Assert.True(paint.ExitCode == 0, paint.Error);
        Assert.Contains($"3 faces of 80 × 80 pixels are in '{folder["set"]}', their labels in 'dataset.json' there.", paint.Error, StringComparison.Ordinal);
        Assert.Empty(paint.Output);
        Assert.DoesNotContain('\u001b', paint.Error);
    }

    [Fact]
    public void Robots_are_128_pixels_wide_unless_told_otherwise()
    {
        using var folder = new TemporaryFolder();
        using var paint = TrainerProcess.Run("paint", folder["set"], "--kind", "mecha", "--count", "2");
        Assert.True(paint.ExitCode == 0, paint.Error);
        Assert.Contains($"2 mecha of 128 × 128 pixels are in '{folder["set"]}'", paint.Error, StringComparison.Ordinal);
        Assert.Equal((128, 128), PngFile.Read(Path.Combine(folder["set"], "mecha-00001.png")) is var (_, width, height) ? (width, height) : default);
    }

    [Theory]
    [InlineData("--size 10", "--size is 10; expected 32 to 2048 pixels")]
    [InlineData("--count many", "--count")]
    [InlineData("--siez 64", "Did you mean '--size'?")]
    [InlineData("--seed -1", "--seed")]
    [InlineData("--kind robots", "'robots'")]
    public void A_wrong_option_ends_with_2_and_writes_nothing(string options, string reason)
    {
        using var folder = new TemporaryFolder();
        using var paint = TrainerProcess.Run(["paint", folder["set"], .. options.Split(' ')]);
        Assert.Equal(2, paint.ExitCode);
        Assert.Contains(reason, paint.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["set"]));
    }

    [UnixFact]
    public void Ctrl_C_ends_with_130_and_leaves_nothing()
    {
        using var folder = new TemporaryFolder();
        using var paint = TrainerProcess.Start("paint", folder["set"], "--count", "50000");
        paint.WaitFor("painting");
        paint.Signal("INT");
        paint.Wait();
        Assert.Equal(130, paint.ExitCode);
        Assert.Contains($"error: stopped; nothing was written to '{folder["set"]}'.", paint.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["set"]));
    }
}
