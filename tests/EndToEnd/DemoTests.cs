using System.Diagnostics;
using System.Text.Json;
using LatentWalk.Tests.Display;

namespace LatentWalk.EndToEnd.Tests;

/// <summary><c>./lw demo</c>, with fewer pictures and steps than it takes by itself.</summary>
public sealed class DemoTests : IDisposable
{
    private static readonly Dictionary<string, string?> s_noDisplay = new() { ["DISPLAY"] = null, ["WAYLAND_DISPLAY"] = null };

    private readonly string _folder = Directory.CreateTempSubdirectory("latentwalk-demo-").FullName;
    private Process? _demo;

    [Fact]
    public void Without_a_display_it_walks_through_a_model_at_once_and_then_through_what_it_trained()
    {
        ProgramRun demo = Demo(s_noDisplay, "--steps", "3", "--pictures", "40").Succeeded();

        string[] files = demo.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(files, file => Assert.True(File.Exists(Path.Combine(Checkout.Root, file)), file));
        foreach (string walk in (string[])["walk/", ""])
        {
            Assert.Equal(3, files.Count(file => file.StartsWith($"{_folder}/{walk}pictures/", StringComparison.Ordinal) && file.EndsWith(".png", StringComparison.Ordinal)));
            Assert.Contains(files, file => file.StartsWith($"{_folder}/{walk}sheet/", StringComparison.Ordinal));
            Assert.Contains($"{_folder}/{walk}loop/loop.webp", files);
        }

        Assert.Equal(3, StepOfGenerator());
        Assert.True(demo.Errors.IndexOf("a walk through models/", StringComparison.Ordinal) < demo.Errors.IndexOf("training for about", StringComparison.Ordinal), demo.Errors);
    }

    [Theory]
    [InlineData("'--fast'", "--fast", "1")]
    [InlineData("'--steps' needs a value", "--steps")]
    public void A_wrong_option_is_named_with_those_that_there_are(string words, params string[] arguments) =>
        ProgramRun.Start("bash", [Path.Combine(Checkout.Root, "lw"), "demo", .. arguments]).Failed(2, words, "--steps N, --pictures N and --run DIR");

    [DisplayFact]
    public void With_a_display_it_opens_the_window_at_once_and_exports_what_was_learned_until_it_is_closed()
    {
        using VirtualDisplay display = new();
        Process demo = _demo = Start(display);
        Task<string> said = demo.StandardError.ReadToEndAsync();

        Until(demo, () => display.FindWindow("Latent Walk") != 0, "no window came");
        Until(demo, () => File.Exists(Path.Combine(_folder, "training", "log.jsonl")) && new FileInfo(Path.Combine(_folder, "training", "log.jsonl")).Length > 0, "nothing was trained");
        display.Xdotool("key", "F10");
        Assert.True(demo.WaitForExit(TimeSpan.FromMinutes(2)), "the demo goes on when its window is closed");

        Assert.True(demo.ExitCode == 0, said.Result);
        Assert.Contains("what your own has learned so far", said.Result, StringComparison.Ordinal);
        Assert.InRange(StepOfGenerator(), 1, 99_999);
    }

    [DisplayFact]
    public void Stopped_from_outside_it_saves_what_was_learned()
    {
        using VirtualDisplay display = new();
        Process demo = _demo = Start(display);
        Task<string> said = demo.StandardError.ReadToEndAsync();
        Until(demo, () => File.Exists(Path.Combine(_folder, "training", "log.jsonl")) && new FileInfo(Path.Combine(_folder, "training", "log.jsonl")).Length > 0, "nothing was trained");

        ProgramRun.Start("kill", ["-TERM", $"{demo.Id}"]).Succeeded();
        Assert.True(demo.WaitForExit(TimeSpan.FromMinutes(2)), "the demo goes on when it is stopped");

        Assert.True(demo.ExitCode == 143, $"exit code {demo.ExitCode}: {said.Result}");
        Assert.InRange(StepOfGenerator(), 1, 99_999);
    }

    public void Dispose()
    {
        if (_demo is { HasExited: false })
        {
            _demo.Kill(entireProcessTree: true);
            _demo.WaitForExit();
        }

        _demo?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private ProgramRun Demo(IReadOnlyDictionary<string, string?> environment, params string[] arguments) =>
        ProgramRun.Start("bash", [Path.Combine(Checkout.Root, "lw"), "demo", "--run", _folder, .. arguments], environment);

    private Process Start(VirtualDisplay display)
    {
        ProcessStartInfo start = new("bash", [Path.Combine(Checkout.Root, "lw"), "demo", "--run", _folder, "--steps", "100000", "--pictures", "40"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = false,
        };
        start.Environment["DISPLAY"] = display.Name;
        return Process.Start(start)!;
    }

    private long StepOfGenerator()
    {
        using JsonDocument json = JsonDocument.Parse(ProgramRun.Of("Exporter", "inspect", Path.Combine(_folder, "faces.onnx"), "--json").Succeeded().Output);
        return json.RootElement.GetProperty("step").GetInt64();
    }

    private static void Until(Process demo, Func<bool> condition, string complaint)
    {
        for (Stopwatch waited = Stopwatch.StartNew(); !condition(); Thread.Sleep(200))
        {
            Assert.False(demo.HasExited, $"{complaint}, and the demo ended with exit code {(demo.HasExited ? demo.ExitCode : 0)}");
            Assert.True(waited.Elapsed < TimeSpan.FromMinutes(4), complaint);
        }
    }
}
