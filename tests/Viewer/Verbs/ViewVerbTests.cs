using LatentWalk.Viewer.Tests.App;

namespace LatentWalk.Viewer.Tests.Verbs;

/// <summary>The program as a user starts it, without a display: what it says and how it ends.</summary>
public sealed class ViewVerbTests : IDisposable
{
    private readonly TempFolder temp = new();

    public void Dispose() => temp.Dispose();

    [Fact]
    public void Without_a_display_it_says_what_to_do() => Fails(6, "there is no display", "--headless", "view", TestGenerator.Shared);

    [Fact]
    public void A_display_that_does_not_answer_is_no_bug()
    {
        (int code, _, string error) = ViewerProcess.RunToEnd(":4711", "view", TestGenerator.Shared);
        Assert.Equal(6, code);
        Assert.Contains("no window with OpenGL 3.3 can be opened here", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_generator_is_a_bad_model()
    {
        File.WriteAllText(temp["bad.onnx"], "this is no model");
        Fails(4, "bad.onnx", null, "view", temp["bad.onnx"]);
        Fails(4, "bad.onnx", null, "view", temp["bad.onnx"], "--headless", "--out", temp["frames"]);
        Assert.False(Directory.Exists(temp["frames"]) && Directory.GetFiles(temp["frames"]).Length > 0);
    }

    [Fact]
    public void A_missing_file_is_named() => Fails(2, "there is no file or folder", "nowhere.onnx", "view", "nowhere.onnx");

    [Fact]
    public void A_mistyped_option_is_named_with_the_right_one() => Fails(2, "'--sead'", "Did you mean '--seed'", "view", "--sead", "3");

    [Fact]
    public void A_size_that_is_none_is_refused() => Fails(2, "--size is 'big'", "960x720", "view", TestGenerator.Shared, "--size", "big");

    [Fact]
    public void A_line_of_a_script_that_is_not_understood_is_named()
    {
        File.WriteAllText(temp["walk.txt"], "0 press W\n1 jump");
        Fails(2, "line 2: '1 jump'", null, "view", TestGenerator.Shared, "--headless", "--input", temp["walk.txt"], "--out", temp["frames"]);
    }

    [Graphics.GlFact]
    public void Headless_writes_the_frames_that_were_asked_for()
    {
        File.WriteAllText(temp["walk.txt"], "0 down W\n0.05 press P");
        (int code, _, string error) = ViewerProcess.RunToEnd(
            null, "view", TestGenerator.Shared, "--headless", "--frames", "5", "--size", "160x120",
            "--out", temp["frames"], "--input", temp["walk.txt"]);
        Assert.True(code == 0, error);
        Assert.Equal(5, Directory.GetFiles(temp["frames"], "frame-*.png").Length);
        Assert.Single(Directory.GetFiles(temp["frames"], "painted-*.png"));
        Assert.Contains("5 frames", error, StringComparison.Ordinal);
    }

    private static void Fails(int code, string says, string? andSays, params string[] arguments)
    {
        (int actual, string output, string error) = ViewerProcess.RunToEnd(null, arguments);
        Assert.Equal(code, actual);
        Assert.Equal("", output);
        Assert.Contains(says, error, StringComparison.Ordinal);
        Assert.Contains(andSays ?? "", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }
}
