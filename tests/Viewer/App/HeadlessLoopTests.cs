using LatentWalk.Imaging;
using LatentWalk.Viewer.App;
using LatentWalk.Viewer.Input;
using LatentWalk.Viewer.Models;
using LatentWalk.Viewer.Tests.Graphics;

namespace LatentWalk.Viewer.Tests.App;

/// <summary>What the window shows, drawn off screen at 20 frames a second. The frames stay under artifacts/Viewer/Headless for a person to look at.</summary>
public sealed class HeadlessLoopTests
{
    [GlFact]
    public void Flying_changes_the_picture_and_standing_does_not()
    {
        Walk walk = Run("fly", "0.1 down W\n0.5 up W", 60);
        Assert.Equal(0, Difference(walk.Frame(1), walk.Frame(2)));
        Assert.True(Difference(walk.Frame(1), walk.Frame(12)) > 2, "W did not change the picture");
        Assert.Equal(0, Difference(walk.Frame(59), walk.Frame(60)));
    }

    [GlFact]
    public void The_same_input_gives_the_same_bytes_again()
    {
        const string script = "0 press H\n0.1 down D\n0.3 press Space\n0.6 up D\n0.7 wheel -4";
        Walk first = Run("replay-a", script, 30);
        Walk second = Run("replay-b", script, 30);
        for (int frame = 1; frame <= 30; frame++)
        {
            Assert.Equal(first.Frame(frame), second.Frame(frame));
        }
    }

    [GlFact]
    public void Every_screen_can_be_drawn()
    {
        Walk walk = Run("screens", """
            0.1 press F1
            0.3 press F1
            0.4 press G
            0.5 press Right
            0.6 press G
            0.8 press Enter
            0.9 press Tab
            1.2 press Tab
            1.3 drop nowhere.onnx
            1.5 press Esc
            """, 36);
        byte[] plain = walk.Frame(1);
        Assert.True(Difference(plain, walk.Frame(4)) > 5, "F1 shows nothing");
        Assert.True(Difference(plain, walk.Frame(9)) > 5, "G shows nothing");
        Assert.True(Difference(walk.Frame(9), walk.Frame(12)) > 0.01, "the cursor does not move");
        Assert.True(Difference(plain, walk.Frame(28)) > 5, "the error is not shown");
    }

    [GlFact]
    public void P_saves_a_picture_and_opening_it_shows_the_same_one()
    {
        Walk saved = Run("save", "0 press H\n0.1 down W\n0.1 down D\n0.6 up W\n0.6 up D\n0.7 wheel -5\n3 press P", 62);
        string png = Assert.Single(Directory.GetFiles(saved.Folder, "painted-*.png"));
        PictureLatent latent = PngFile.ReadLatent(png)!;
        Assert.Equal(0.75f, latent.Truncation, 1e-4f);
        Walk opened = Run("reopen", "0 press H", 2, png);
        Assert.True(Largest(saved.Frame(60), opened.Frame(2)) <= 1, "the picture is not the same");

        (byte[] pixels, int width, int height) = PngFile.Read(png);
        Assert.Equal(TestGenerator.Resolution, width);
        Assert.Equal(TestGenerator.Resolution, height);
        using GeneratorSource source = GeneratorSource.Open(TestGenerator.Shared, Inference.ProviderChoice.Cpu);
        byte[] again = new byte[pixels.Length];
        float[] z = [.. latent.Z!.Select(value => value * latent.Truncation)];
        source.Run(z, [], 1, again);
        Assert.True(Largest(pixels, again) <= 1, "the saved pixels are not those of the saved latent");
    }

    [GlFact]
    public void Dropping_a_saved_picture_returns_to_it()
    {
        Walk saved = Run("drop-save", "0 press H\n0.1 press Space\n3 press P", 62);
        string png = Assert.Single(Directory.GetFiles(saved.Folder, "painted-*.png"));
        Walk dropped = Run("drop", $"0 press H\n0.1 press Tab\n1 drop {png}", 110);
        Assert.True(Difference(saved.Frame(60), dropped.Frame(18)) > 2);
        Assert.True(Largest(saved.Frame(60), dropped.Frame(110)) <= 1, "dropping did not lead back");
    }

    private static Walk Run(string name, string script, int frames, string? open = null)
    {
        string folder = Path.Combine(Artifact.Folder("Headless"), name);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        SessionSettings settings = new() { OutFolder = folder, WalkSeed = 3, Provider = Inference.ProviderChoice.Cpu };
        using WalkSession session = new(settings, new OpenResolver(new ModelFolders([]), TestGenerator.Shared), TimeProvider.System);
        session.Open(open ?? TestGenerator.Shared);
        HeadlessSettings headless = new(frames, 480, 360, folder, 20);
        new HeadlessLoop(session, headless, new ScriptPlayer(InputScript.Parse(script, name))).Run(CancellationToken.None);
        return new Walk(folder);
    }

    private static double Difference(byte[] a, byte[] b) => a.Zip(b, (x, y) => (double)Math.Abs(x - y)).Average();

    private static int Largest(byte[] a, byte[] b) => a.Zip(b, (x, y) => Math.Abs(x - y)).Max();

    private sealed record Walk(string Folder)
    {
        public byte[] Frame(int number) => PngFile.Read(Path.Combine(Folder, $"frame-{number:D6}.png")).Rgba;
    }
}
