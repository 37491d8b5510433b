using System.Diagnostics;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Latents;
using LatentWalk.Filming;
using LatentWalk.Imaging;
using LatentWalk.Inference;
using LatentWalk.Inference.Tests;
using LatentWalk.Walking;
using LatentWalk.Walking.Recording;
using Xunit;

namespace LatentWalk.Exporter.Tests.Render;

public sealed class WalkFilmTests : TempFolder
{
    private const int Steps = 150;

    [Fact]
    public void Every_frame_of_a_walk_is_there_and_shows_its_latent_scaled()
    {
        var (generator, walk) = Recorded();

        var run = ExporterRun.Of("render", generator, "--walk", walk, "-o", At("film"), "--fps", "24", "--scale", "3");

        Assert.True(run.Code == 0, run.Output);
        Assert.Contains(At("film"), run.Output, StringComparison.Ordinal);
        Assert.Equal(Enumerable.Range(1, 31).Select(i => $"frame-{i:D6}.png"), Names("film"));
        var recording = WalkFile.Load(walk).Recording!;
        var replay = new WalkReplay(recording, 24);
        using var session = Sessions.Open(generator);
        for (int frame = 0; frame < replay.FrameCount; frame++)
        {
            float[] z = new float[12];
            replay.At(frame).WriteLatent(z);
            string file = At($"film/frame-{frame + 1:D6}.png");
            var latent = PngFile.ReadLatent(file)!;
            Assert.Equal(z, latent.Z);
            Latent.Truncate(z, latent.Truncation, z);
            byte[] pixels = new byte[1024];
            session.Run(z, 1, pixels);
            var (rgba, width, height) = PngFile.Read(file);
            Assert.Equal((48, 48), (width, height));
            Assert.All(rgba.Zip(Enlarged(pixels, 16, 16, 3)), pair => Assert.InRange(pair.First - pair.Second, -1, 1));
        }
    }

    [Fact]
    public void Rendering_again_makes_only_the_frames_that_are_missing_or_damaged_and_the_bytes_are_the_same()
    {
        var (generator, walk) = Recorded();
        Assert.Equal(0, ExporterRun.Of("render", generator, "--walk", walk, "-o", At("a"), "--fps", "60").Code);
        Dictionary<string, byte[]> whole = Directory.GetFiles(At("a")).ToDictionary(file => Path.GetFileName(file), File.ReadAllBytes);
        File.Delete(At("a/frame-000003.png"));
        File.WriteAllBytes(At("a/frame-000036.png"), whole["frame-000036.png"][..200]);
        File.WriteAllText(At("a/.lw-film-1-x.tmp"), "left by a crash");
        DateTime old = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        foreach (string file in Directory.GetFiles(At("a")))
        {
            File.SetLastWriteTimeUtc(file, old);
        }

        Assert.Equal(0, ExporterRun.Of("render", generator, "--walk", walk, "-o", At("a"), "--fps", "60").Code);

        Assert.Equal(whole.Keys.Order(), Names("a").Order());
        Assert.All(whole, pair => Assert.Equal(pair.Value, File.ReadAllBytes(At($"a/{pair.Key}"))));
        Assert.NotEqual(old, File.GetLastWriteTimeUtc(At("a/frame-000003.png")));
        Assert.NotEqual(old, File.GetLastWriteTimeUtc(At("a/frame-000036.png")));
        Assert.Equal(old, File.GetLastWriteTimeUtc(At("a/frame-000070.png")));
    }

    [Fact]
    public void Another_rate_in_the_same_folder_makes_its_own_frames()
    {
        var (generator, walk) = Recorded();
        Assert.Equal(0, ExporterRun.Of("render", generator, "--walk", walk, "-o", At("a"), "--fps", "12").Code);
        Assert.Equal(0, ExporterRun.Of("render", generator, "--walk", walk, "-o", At("a"), "--fps", "24").Code);
        Assert.Equal(0, ExporterRun.Of("render", generator, "--walk", walk, "-o", At("b"), "--fps", "24").Code);
        Assert.All(Names("b"), name => Assert.Equal(File.ReadAllBytes(At($"b/{name}")), File.ReadAllBytes(At($"a/{name}"))));
    }

    [Theory]
    [InlineData("film.webp")]
    [InlineData("film.apng")]
    [InlineData("film.gif")]
    public void An_animation_has_every_frame(string name)
    {
        var (generator, walk) = Recorded();

        var run = ExporterRun.Of("render", generator, "--walk", walk, "-o", At(name), "--fps", "24", "--scale", "4");

        Assert.True(run.Code == 0, run.Output);
        Assert.Equal(["a.walk.json", name, "g.onnx"], Names("."));
        byte[] frame = Path.GetExtension(name) switch { ".webp" => "ANMF"u8.ToArray(), ".apng" => "fcTL"u8.ToArray(), _ => [0x21, 0xF9, 4] };
        Assert.InRange(Count(File.ReadAllBytes(At(name)), frame), 2, 31);    // frames that are the same may be one
    }

    [FfmpegFact]
    public void An_mp4_has_every_frame_and_even_sides()
    {
        var (generator, walk) = Recorded();

        var run = ExporterRun.Of("render", generator, "--walk", walk, "-o", At("film.mp4"), "--fps", "24", "--scale", "4");

        Assert.True(run.Code == 0, run.Output);
        Assert.Equal(["a.walk.json", "film.mp4", "g.onnx"], Names("."));
        string probe = Path.Combine(Path.GetDirectoryName(Ffmpeg.Find()!)!, OperatingSystem.IsWindows() ? "ffprobe.exe" : "ffprobe");
        Assert.Equal("64,64,31", Probe(probe, At("film.mp4")).Trim());
        using (IFilm odd = Film.Open(At("odd.mp4"), new FilmSettings(3, 33, 47, 30)))
        {
            for (int i = 0; i < 3; i++)
            {
                odd.Add(i, new byte[4 * 33 * 47], null);
            }

            odd.Finish();
        }

        Assert.Equal("34,48,3", Probe(probe, At("odd.mp4")).Trim());
    }

    [Fact]
    public void Without_ffmpeg_it_says_what_to_install_and_what_works_instead()
    {
        Assert.Null(Ffmpeg.Find(At(".")));
        string said = Ffmpeg.Missing("x.mp4").Message;
        Assert.Contains("needs ffmpeg, which is not on the search path. Install it (", said, StringComparison.Ordinal);
        Assert.Contains("x.webp", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_that_is_no_ffmpeg_fails_in_words_and_leaves_nothing()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        string fake = At("ffmpeg");
        File.WriteAllText(fake, "#!/bin/sh\necho 'Unknown encoder libx264' >&2\nexit 1\n");
        File.SetUnixFileMode(fake, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        using (var film = new Mp4Film(At("x.mp4"), 64, 64, 30, fake))
        {
            var error = Assert.Throws<DiskException>(() =>
            {
                for (int i = 0; i < 100; i++)
                {
                    film.Add(i, new byte[64 * 64 * 4], null);
                }

                film.Finish();
            });
            Assert.Contains("Unknown encoder libx264", error.Message, StringComparison.Ordinal);
        }

        Assert.Equal(["ffmpeg"], Names("."));
    }

    [Fact]
    public void An_animation_given_up_leaves_nothing() => GiveUp("film.webp");

    [FfmpegFact]
    public void An_mp4_given_up_leaves_nothing() => GiveUp("film.mp4");

    [Fact]
    public void What_does_not_fit_is_said_in_words()
    {
        var (generator, walk) = Recorded();
        string other = SmallGenerator.Write(At("other.onnx"), SmallGenerator.Spec with { ZDim = 9 });
        Said(4, "the walk has latents of 12 numbers, but other takes 9", "render", other, "--walk", walk, "-o", At("x"));
        Said(2, "--seeds does not go with --walk", "render", generator, "--walk", walk, "--seeds", "1", "-o", At("x"));
        Said(2, "give --seeds LIST or --walk", "render", generator, "-o", At("x"));
        Said(2, "--fps is 0, expected 1 to 240", "render", generator, "--walk", walk, "-o", At("x"), "--fps", "0");
        Said(3, "there is no walk", "render", generator, "--walk", At("no.walk.json"), "-o", At("x"));
        File.WriteAllText(At("broken.walk.json"), "{}");
        Said(3, "missing key 'version' in $", "render", generator, "--walk", At("broken.walk.json"), "-o", At("x"));
        File.WriteAllText(At("file"), "");
        Said(5, "cannot make the folder", "render", generator, "--walk", walk, "-o", At("file/out"));
        Said(5, "cannot make the folder", "render", generator, "--walk", walk, "-o", At("file/out.webp"));
        Said(2, "a GIF shows at most 50 frames a second, not 60", "render", generator, "--walk", walk, "-o", At("x.gif"), "--fps", "60");
        Assert.False(Directory.Exists(At("x")));
    }

    [Fact]
    public void A_walk_of_another_generator_is_drawn_with_a_warning()
    {
        var (_, walk) = Recorded();
        var spec = SmallGenerator.Spec;
        string other = At("twin.onnx");
        File.WriteAllBytes(other, Google.Protobuf.MessageExtensions.ToByteArray(Core.Onnx.GeneratorGraph.Build(spec, SmallGenerator.Weights(spec, 50), null, null)));
        var run = ExporterRun.Of("render", other, "--walk", walk, "-o", At("x"), "--fps", "1");
        Assert.True(run.Code == 0, run.Output);
        Assert.Contains("the walk was recorded in faces, SHA-256", run.Output, StringComparison.Ordinal);
    }

    private void GiveUp(string name)
    {
        using (var film = Film.Open(At(name), new FilmSettings(10, 16, 16, 30)))
        {
            film.Add(0, new byte[1024], null);
        }

        Assert.Empty(Names("."));
    }

    private static int Count(ReadOnlySpan<byte> file, ReadOnlySpan<byte> word)
    {
        int count = 0;
        for (int at = file.IndexOf(word); at >= 0; at = file.IndexOf(word))
        {
            count++;
            file = file[(at + word.Length)..];
        }

        return count;
    }

    private static void Said(int code, string words, params string[] arguments)
    {
        var run = ExporterRun.Of(arguments);
        Assert.Equal(code, run.Code);
        Assert.Contains(words, run.Output, StringComparison.Ordinal);
    }

    private (string Generator, string Walk) Recorded()
    {
        string generator = SmallGenerator.Write(At("g.onnx"));
        using var session = Sessions.Open(generator);
        WalkModel model = new(session.Info.ZDim, session.Info.Directions, 1, 5);
        Simulation simulation = new(FlightSettings.Default, WalkState.Begin(model, 3));
        var recorder = WalkRecorder.Start(simulation, new WalkOrigin(session.Info.Sha256, "faces"));
        simulation.Do(WalkAction.Press(Walking.Command.Random));
        Run(simulation, 70);
        simulation.Do(WalkAction.Truncate(-0.3f));
        Run(simulation, Steps - 70);
        string walk = At("a.walk.json");
        WalkFile.Save(walk, recorder.Stop());
        return (generator, walk);
    }

    private static byte[] Enlarged(byte[] rgba, int width, int height, int scale)
    {
        var size = PictureSizing.Times(scale, width, height);
        byte[] result = new byte[size.Bytes];
        size.Apply(rgba, width, height, result);
        return result;
    }

    private static void Run(Simulation simulation, int steps)
    {
        for (int i = 0; i < steps; i++)
        {
            simulation.Step();
        }
    }

    private static string Probe(string probe, string file)
    {
        using var process = Process.Start(new ProcessStartInfo(probe, ["-v", "error", "-count_frames", "-show_entries", "stream=width,height,nb_read_frames", "-of", "csv=p=0", file]) { RedirectStandardOutput = true })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }

    private string[] Names(string folder) => [.. Directory.GetFiles(At(folder)).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];
}
