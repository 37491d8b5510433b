using LatentWalk.Imaging;
using LatentWalk.Inference;
using LatentWalk.Viewer.App;
using LatentWalk.Viewer.Inspecting;
using LatentWalk.Viewer.Models;
using LatentWalk.Walking;
using LatentWalk.Walking.Modes;

namespace LatentWalk.Viewer.Tests.Inspecting;

public sealed class InspectDeskTests : IDisposable
{
    private readonly TempFolder temp = new();

    public void Dispose() => temp.Dispose();

    [Fact]
    public void The_face_on_screen_is_shown_layer_by_layer_and_its_copy_in_the_set_is_found()
    {
        using WalkSession session = Open();
        GeneratorSource source = session.Generator!;
        Directory.CreateDirectory(temp["set"]);
        PngFile.Write(temp["set/copy.png"], session.Face.Rgba, 64, 64);
        PngFile.Write(temp["set/other.png"], new byte[64 * 64 * 4], 64, 64);
        using InspectDesk desk = new();
        Assert.StartsWith("no training set", desk.SetWords, StringComparison.Ordinal);
        desk.Folder = temp["set"];
        Assert.True(SpinWait.SpinUntil(() =>
        {
            Assert.Null(desk.Look(source, session.Face, rests: true));
            return desk.Nearest is not null;
        }, 20_000));

        Assert.Equal("2 training pictures", desk.SetWords);
        Assert.Equal((temp["set/copy.png"], 0f), (desk.Nearest!.Nearest[0].Path, desk.Nearest.Nearest[0].Distance));
        Assert.Equal(
            ["layer 1 of 4: 64 channels of 4x4", "layer 2 of 4: 32 channels of 8x8", "layer 3 of 4: 16 channels of 16x16", "layer 4 of 4: 8 channels of 32x32"],
            desk.Pages.Select(page => page.Title));
        Assert.All(desk.Pages, page =>
        {
            Assert.Equal(page.Count * page.Width * page.Height * 4, page.Rgba.Length);
            Assert.Equal((0, 255), (page.Rgba.Where((_, i) => i % 4 != 3).Min(), page.Rgba.Max()));
        });
        Save(desk.Pages);

        long version = desk.Version;
        for (int frame = 0; frame < 20; frame++)
        {
            Assert.Null(desk.Look(source, session.Face, rests: true));
            Assert.False(desk.IsBusy);
        }

        Assert.Equal(version, desk.Version);
    }

    [Fact]
    public void What_goes_wrong_is_said_once()
    {
        using WalkSession session = Open(temp["g.onnx"]);
        File.Delete(temp["g.onnx"]);
        using InspectDesk desk = new();
        string? problem = null;
        Assert.True(SpinWait.SpinUntil(() => (problem = desk.Look(session.Generator!, session.Face, rests: true)) is not null, 10_000));
        Assert.Contains("g.onnx does not exist", problem, StringComparison.Ordinal);
        Assert.Null(desk.Look(session.Generator!, session.Face, rests: true));
        Assert.False(desk.IsBusy);
    }

    [Fact]
    public void A_dropped_folder_of_pictures_opens_inspect_and_the_wheel_turns_the_pages()
    {
        using WalkSession session = Open();
        Directory.CreateDirectory(temp["set"]);
        PngFile.Write(temp["set/one.png"], session.Face.Rgba, 64, 64);
        session.Open(temp["set"]);
        session.Settle();
        Assert.Equal(WalkMode.Inspect, session.State.Mode);
        Assert.Equal(0, session.Inspect.Nearest!.Nearest[0].Distance);
        Assert.Equal(64 * 64 * 4, session.Inspect.Nearest.Nearest[0].Rgba.Length);
        session.Press(Command.NextAxes);
        session.Wheel(-1);
        Assert.Equal(2, InspectMode.Page(session.State, 4));
        session.Press(Command.PreviousAxes);
        session.Press(Command.PreviousAxes);
        session.Press(Command.PreviousAxes);
        Assert.Equal(3, InspectMode.Page(session.State, 4));
        session.Press(Command.Inspect);
        Assert.Equal(WalkMode.Fly, session.State.Mode);
    }

    [Fact]
    public void A_run_says_where_its_pictures_are()
    {
        Directory.CreateDirectory(temp["pictures"]);
        Directory.CreateDirectory(temp["run"]);
        File.WriteAllText(temp["run/config.json"], $$"""{"version": 1, "data": {"folder": "{{temp["pictures"].Replace("\\", "\\\\", StringComparison.Ordinal)}}", "fit": "pad"} }""");
        Assert.Equal(new TrainingSet(temp["pictures"], Fit.Pad), TrainingSet.OfRun(temp["run"]));
        Directory.Delete(temp["pictures"]);
        Assert.Null(TrainingSet.OfRun(temp["run"]));
        File.WriteAllText(temp["run/config.json"], "{");
        Assert.Null(TrainingSet.OfRun(temp["run"]));
        Assert.Null(TrainingSet.OfRun(temp["nowhere"]));
    }

    // For a person to look at.
    private static void Save(IReadOnlyList<LayerPage> pages)
    {
        foreach ((LayerPage page, int number) in pages.Select((page, index) => (page, index + 1)))
        {
            int bytes = page.Width * page.Height * 4;
            byte[][] tiles = [.. Enumerable.Range(0, page.Count).Select(i => page.Rgba[(i * bytes)..((i + 1) * bytes)])];
            (byte[] sheet, int width, int height) = SampleSheet.Compose(tiles, page.Width, page.Height, page.Columns, scale: Math.Max(1, 64 / page.Width));
            PngFile.Write(Path.Combine(Graphics.Artifact.Folder("Inspecting"), $"layer-{number}.png"), sheet, width, height);
        }
    }

    private WalkSession Open(string? path = null)
    {
        if (path is not null)
        {
            TestGenerator.Write(path);
        }

        WalkSession session = new(
            new SessionSettings { OutFolder = temp["out"], WalkSeed = 1, Provider = ProviderChoice.Cpu },
            new OpenResolver(new ModelFolders([temp["nowhere"]])), TimeProvider.System);
        session.Open(path ?? TestGenerator.Shared);
        session.Settle();
        return session;
    }
}
