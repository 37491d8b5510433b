using System.Numerics;
using LatentWalk.Imaging;
using LatentWalk.Viewer.App;
using LatentWalk.Viewer.Graphics;
using LatentWalk.Viewer.Headless;
using LatentWalk.Viewer.Models;
using LatentWalk.Viewer.Panels;
using LatentWalk.Viewer.Tests.Graphics;
using LatentWalk.Walking;
using LatentWalk.Walking.Modes;
using Silk.NET.Input;

namespace LatentWalk.Viewer.Tests.App;

/// <summary>Every mode, driven by keys and the mouse and drawn for a person to look at: artifacts/Viewer/Modes.</summary>
public sealed class ModePicturesTests : IDisposable
{
    private const int Width = 640;
    private const int Height = 480;

    private readonly IHeadlessContext context = HeadlessContext.Open();
    private readonly SceneRenderer scene;
    private readonly OffscreenTarget target;
    private readonly WalkSession session;

    public ModePicturesTests()
    {
        scene = new SceneRenderer(context.Gl, showTimings: false);
        target = new OffscreenTarget(context.Gl, Width, Height);
        string root = Path.GetDirectoryName(Artifact.Folder("Modes"))!;
        string model = Path.GetFullPath(Path.Combine(root, "..", "..", "models", "avatars-64.onnx"));
        SessionSettings settings = new() { OutFolder = root, WalkSeed = 3, Seed = 21, Provider = Inference.ProviderChoice.Cpu };
        session = new WalkSession(settings, new OpenResolver(new ModelFolders([])), TimeProvider.System) { Layout = new SceneLayout(Width, Height) };
        session.Open(model);
        session.Settle();
    }

    public void Dispose()
    {
        session.Dispose();
        target.Dispose();
        scene.Dispose();
        context.Dispose();
    }

    [GlFact]
    public void Compass_shows_where_each_way_leads_and_a_click_goes_there()
    {
        byte[] fly = Shot("fly");
        Press(Key.C);
        Assert.True(Difference(fly, Shot("compass")) > 5);
        float[] shown = Tile(6);
        Click(session.Plan.Tile(6));
        Run(2);
        Assert.Equal(shown, session.Face.Z);
        Assert.Equal(WalkMode.Compass, session.State.Mode);
    }

    [GlFact]
    public void Breed_keeps_the_chosen_ones_and_saves_what_is_shown_large()
    {
        Press(Key.B);
        Run(0.1);
        Shot("breed-first");
        Click(session.Plan.Tile(4));
        Click(session.Plan.Tile(7));
        Press(Key.Space);
        Run(0.1);
        Assert.Equal(0b11u, session.State.Breed!.Chosen);
        PixelRect tile = session.Plan.Tile(5);
        session.PointerMove(new Vector2(tile.X + 3, tile.Y + 3));
        Run(0.1);
        Assert.Equal(session.State.Breed.Children[5].Z, session.Face.Z);
        Press(Key.Tab);
        Shot("breed-second");
    }

    [GlFact]
    public void Mix_moves_by_the_mouse_on_a_knob()
    {
        Press(Key.M);
        Run(0.1);
        byte[] before = Shot("mix-first");
        PixelRect track = session.Plan.Sliders.Track(2);
        session.PointerDown(new Vector2(track.X + track.Width / 4, track.Y + track.Height / 2));
        session.PointerMove(new Vector2(track.X + track.Width / 2, track.Y + 90));
        session.PointerUp();
        session.PointerMove(new Vector2(track.X, track.Y + track.Height / 2));
        Run(0.1);
        Assert.Equal(0.5f, session.State.Mix!.Weights[2], 0.02f);
        Assert.True(Difference(before, Shot("mix-half")) > 1);
    }

    [GlFact]
    public void Journey_plays_between_its_key_frames()
    {
        Press(Key.J);
        for (int frame = 0; frame < 3; frame++)
        {
            Press(Key.Enter);
            Press(Key.Space);
            Run(3);
        }

        Press(Key.Tab);
        Run(1.5);
        byte[] playing = Shot("journey-playing");
        Assert.NotNull(session.State.Playback);
        Run(1);
        Assert.True(Difference(playing, Shot("journey-later")) > 0.5);
        PixelRect track = session.Plan.Sliders.Track(1);
        session.PointerDown(new Vector2(track.X, track.Y + track.Height / 2));
        session.PointerUp();
        session.Settle();
        Assert.Equal(0, session.State.PlaySeconds, 0.1);
    }

    [GlFact]
    public void The_grid_zooms_by_the_wheel()
    {
        Press(Key.G);
        Run(0.1);
        float spacing = session.State.Grid!.Spacing;
        Shot("grid");
        session.Wheel(1);
        Run(0.1);
        Assert.True(session.State.Grid!.Spacing < spacing);
        Shot("grid-near");
    }

    [GlFact]
    public void Compare_and_Timeline_say_what_they_need()
    {
        Press(Key.V);
        Run(0.1);
        Shot("compare-alone");
        Assert.Contains("drop a second generator", session.Mode.Line(session.State), StringComparison.Ordinal);
        Press(Key.T);
        Run(0.1);
        Shot("timeline-alone");
        Assert.Contains("open a run folder", session.Mode.Line(session.State), StringComparison.Ordinal);
    }

    [GlFact]
    public void Attract_looks_around_and_gives_way_to_a_key()
    {
        Press(Key.O);
        Run(14);
        Assert.Equal(WalkMode.Attract, session.State.Mode);
        Shot("attract-compass");
        float[] shown = [.. session.Face.Z];
        Press(Key.Space);
        session.Tick(0);
        session.Settle();
        Assert.Equal(WalkMode.Fly, session.State.Mode);
        Assert.Equal(shown, session.Face.Z);
    }

    [GlFact]
    public void The_map_shows_where_one_has_been_and_a_click_on_a_picture_goes_back()
    {
        float[] first = [.. session.Face.Z];
        Press(Key.N);
        Shot("map-empty");
        for (int move = 0; move < 3; move++)
        {
            session.KeyDown(move % 2 == 0 ? Key.W : Key.D);
            Run(1.2);
            session.KeyUp(move % 2 == 0 ? Key.W : Key.D);
            Run(1.5);
            Shot("map");
        }

        MapLayout map = MapLayout.Of(Width, Height, session.Layout.TextScale, session.State);
        Vector2 at = map.ToPixel(session.State.Model.Project(first));
        session.PointerDown(at);
        session.PointerUp();
        Run(4);
        Assert.Equal(first, session.Face.Z);
        Press(Key.N);
        Press(Key.Left);
        Shot("map-choosing");
        Assert.Equal(1, session.State.MapCursor);
    }

    private static double Difference(byte[] a, byte[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += Math.Abs(a[i] - b[i]);
        }

        return sum / a.Length;
    }

    private float[] Tile(int tile)
    {
        session.Tick(0);
        return session.Order.Tiles.Latent(tile).ToArray();
    }

    private void Click(PixelRect place)
    {
        Vector2 middle = new(place.X + place.Width / 2, place.Y + place.Height / 2);
        session.PointerMove(middle);
        session.PointerDown(middle);
        session.PointerUp();
        session.Tick(0);
    }

    private void Press(Key key)
    {
        session.KeyDown(key);
        session.KeyUp(key);
    }

    private void Run(double seconds)
    {
        for (double left = seconds; left > 1e-9; left -= 0.05)
        {
            session.Tick(0.05);
        }

        session.Settle();
    }

    private byte[] Shot(string name)
    {
        session.Settle();
        target.Bind();
        scene.Draw(session, Width, Height);
        byte[] pixels = new byte[target.FrameBytes];
        target.ReadBack(pixels);
        File.WriteAllBytes(Path.Combine(Artifact.Folder("Modes"), $"{name}.png"), PngFile.Encode(pixels, Width, Height));
        return pixels;
    }
}
