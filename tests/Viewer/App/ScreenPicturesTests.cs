using LatentWalk.Imaging;
using LatentWalk.Viewer.App;
using LatentWalk.Viewer.Graphics;
using LatentWalk.Viewer.Headless;
using LatentWalk.Viewer.Models;
using LatentWalk.Viewer.Panels;
using LatentWalk.Viewer.Settings;
using LatentWalk.Viewer.Tests.Graphics;
using LatentWalk.Walking;
using Silk.NET.Input;

namespace LatentWalk.Viewer.Tests.App;

/// <summary>Every screen at the sizes of a small, a usual and a large window, for a person to look at: artifacts/Viewer/Screens.</summary>
public sealed class ScreenPicturesTests
{
    private static readonly (int Width, int Height)[] Sizes = [(640, 480), (960, 720), (1920, 1080)];

    [GlFact]
    public void Every_screen_is_drawn_over_the_picture_at_every_size()
    {
        using IHeadlessContext context = HeadlessContext.Open();
        using SceneRenderer scene = new(context.Gl, showTimings: false);
        using WalkSession session = Open();
        foreach ((int width, int height) in Sizes)
        {
            byte[] play = Shot(context, scene, session, width, height, Screen.Play, 0, "play");
            foreach ((Screen screen, int line, string name) in ((Screen, int, string)[])
                [
                    (Screen.Title, 1, "title"), (Screen.Menu, 3, "menu-modes"), (Screen.Menu, 30, "menu-move"), (Screen.Menu, 50, "menu-view"),
                    (Screen.Settings, 0, "settings-picture"), (Screen.Settings, 6, "settings-comfort"), (Screen.Settings, 30, "settings-keys"),
                    (Screen.Settings, 90, "settings-buttons"), (Screen.Help, 2, "help-start"), (Screen.Help, 12, "help-mouse"),
                    (Screen.Help, 25, "help-gamepad"), (Screen.Help, 60, "help-keys"),
                ])
            {
                if (width != 960 && name is not ("title" or "menu-move" or "settings-keys" or "help-start"))
                {
                    continue;    // the other lists differ in their words only, and every one is drawn at the usual size
                }

                byte[] drawn = Shot(context, scene, session, width, height, screen, line, name);
                double share = Same(drawn, play);
                Assert.True(share < 0.9, $"{name} shows nothing at {width}x{height}");
                Assert.True(screen != Screen.Title || share > 0.15, $"{name} hides the whole picture at {width}x{height}");
            }

            session.Do(WalkAction.Fail(
                "/home/somebody/models/robots.onnx is damaged: its graph has no input 'z' of the shape [batch, zdim], but 'input_1' of [1, 3, 224, 224]. Export the generator again with: lw export RUN -o robots.onnx"));
            Shot(context, scene, session, width, height, Screen.Play, 0, "error");
            session.Press(Command.Cancel);
            Assert.Null(session.State.Problem);
        }
    }

    [GlFact]
    public void Every_filter_and_text_size_in_the_window()
    {
        using IHeadlessContext context = HeadlessContext.Open();
        using SceneRenderer scene = new(context.Gl, showTimings: false);
        using WalkSession session = Open();
        foreach (PictureFilter filter in Enum.GetValues<PictureFilter>())
        {
            session.ChangeSettings(ViewerSettings.Default with { Filter = filter });
            Shot(context, scene, session, 960, 720, Screen.Play, 0, $"filter-{SettingItems.NameOf(filter)}");
        }

        byte[] usual = Text(1);
        Assert.NotEqual(usual, Text(1.5));
        Assert.NotEqual(usual, Text(0.5));

        byte[] Text(double size)
        {
            session.ChangeSettings(ViewerSettings.Default with { TextSize = size });
            return Shot(context, scene, session, 960, 720, Screen.Menu, 3, FormattableString.Invariant($"text-{size}"));
        }
    }

    [GlFact]
    public void Text_fades_away_when_nobody_is_there_and_comes_back_with_a_touch()
    {
        using IHeadlessContext context = HeadlessContext.Open();
        using SceneRenderer scene = new(context.Gl, showTimings: false);
        using WalkSession session = Open();
        byte[] shown = Shot(context, scene, session, 640, 480, Screen.Play, 0, "hud-shown");
        Wait(session, 20);
        byte[] gone = Shot(context, scene, session, 640, 480, Screen.Play, 0, "hud-gone");
        Assert.True(Same(shown, gone) < 0.98, "the text did not go");
        session.PointerMove(new System.Numerics.Vector2(300, 200));
        Assert.Equal(shown, Shot(context, scene, session, 640, 480, Screen.Play, 0, "hud-back"));

        Wait(session, 20);
        session.Do(WalkAction.Fail("something went wrong"));
        Assert.Equal(1, HudFade.Opacity(session.State, session.Preferences.Settings));
    }

    /// <summary>Share of the bytes that are the same.</summary>
    private static double Same(byte[] a, byte[] b)
    {
        int same = 0;
        for (int i = 0; i < a.Length; i++)
        {
            same += a[i] == b[i] ? 1 : 0;
        }

        return same / (double)a.Length;
    }

    private static void Wait(WalkSession session, double seconds)
    {
        for (double left = seconds; left > 0; left -= 0.1)
        {
            session.Tick(0.1);
        }
    }

    private static WalkSession Open()
    {
        string root = Path.GetDirectoryName(Artifact.Folder("Screens"))!;
        string model = Path.GetFullPath(Path.Combine(root, "..", "..", "models", "avatars-64.onnx"));
        SessionSettings settings = new() { OutFolder = root, WalkSeed = 3, Seed = 21, Provider = Inference.ProviderChoice.Cpu };
        WalkSession session = new(settings, new OpenResolver(new ModelFolders([])), TimeProvider.System);
        session.Open(model);
        session.Settle();
        byte[][] faces = FilterPicturesTests.Faces();
        session.Title = new TitleList(
        [
            new TitleModel(model, "avatars-64", "64x64, step 12000") { Picture = faces[9], PictureWidth = 64, PictureHeight = 64 },
            new TitleModel("runs/robots", "robots", "a run in training, step 600, 3 minutes ago") { Picture = faces[10], PictureWidth = 64, PictureHeight = 64 },
            new TitleModel("runs/adventurers-modern", "adventurers-modern", "64x64, step 1200, yesterday") { Picture = faces[12], PictureWidth = 64, PictureHeight = 64 },
        ]);
        return session;
    }

    private static byte[] Shot(
        IHeadlessContext context, SceneRenderer scene, WalkSession session, int width, int height, Screen screen, int line, string name)
    {
        using OffscreenTarget target = new(context.Gl, width, height);
        session.Layout = SceneLayout.Of(width, height, session.Preferences.Settings);
        if (session.State.Screen != screen)
        {
            session.Show(screen);
        }

        if (session.State.Line != line)
        {
            session.ChooseLine(line);
        }

        session.Settle();
        target.Bind();
        scene.Draw(session, width, height);
        byte[] rgba = new byte[target.FrameBytes];
        target.ReadBack(rgba);
        PngFile.Write(Path.Combine(Artifact.Folder("Screens"), $"{name}-{width}x{height}.png"), rgba, width, height);
        return rgba;
    }
}
