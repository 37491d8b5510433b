using LatentWalk.Imaging;
using LatentWalk.Viewer.App;
using LatentWalk.Walking;
using LatentWalk.Walking.Recording;

namespace LatentWalk.Viewer.Tests.Capture;

public sealed class RecordingHandsTests : IDisposable
{
    private readonly TempFolder temp = new();

    public void Dispose() => temp.Dispose();

    [Fact]
    public void The_record_key_saves_what_was_flown_and_playing_it_leads_to_the_same_face_and_back()
    {
        float[] flown;
        using (WalkSession session = Sessions.Open(temp["out"]))
        {
            Record(session);
            flown = [.. session.Face.Z];
        }

        string file = Assert.Single(Directory.GetFiles(temp["out"], "*.walk.json"));
        using WalkSession again = Sessions.Open(temp["other"]);
        again.Tap(Command.Random);
        again.Pass(200);
        float[] before = [.. again.Face.Z];
        again.Open(file);
        again.Settle();
        Assert.True(again.Playback.IsPlaying);
        again.Pass(400);
        Assert.False(again.Playback.IsPlaying);
        Assert.Equal(flown, again.Face.Z);
        Assert.Contains("the walk ends here", again.State.Toast, StringComparison.Ordinal);
        again.Tap(Command.Undo);
        again.Pass(40);
        Assert.Equal(before, again.Face.Z);
    }

    [Fact]
    public void The_screen_says_how_to_make_a_film_of_it()
    {
        using WalkSession session = Sessions.Open(temp["out"]);
        session.Tap(Command.Record);
        session.Pass(90);
        Assert.Equal(1, session.Recording.Seconds);
        session.Tap(Command.Record);
        Assert.Equal(-1, session.Recording.Seconds);
        Assert.Contains($"lw view --replay {session.Recording.Last} --headless --out", session.State.Toast, StringComparison.Ordinal);
    }

    [Fact]
    public void Hands_take_over_from_a_walk_that_plays()
    {
        string file;
        using (WalkSession session = Sessions.Open(temp["out"]))
        {
            Record(session);
            file = session.Recording.Last!;
        }

        using WalkSession again = Sessions.Open(temp["other"]);
        again.Open(file);
        again.Settle();
        again.Pass(30);
        float[] shown = [.. again.Face.Z];
        again.Tap(Command.Cancel);
        Assert.False(again.Playback.IsPlaying);
        Assert.Equal(Screen.Play, again.State.Screen);
        again.Pass(30);
        Assert.Equal(shown, again.Face.Z);
        Assert.NotNull(again.State.History);
    }

    [Fact]
    public void A_recording_that_is_under_way_when_the_program_ends_is_written()
    {
        using (WalkSession session = Sessions.Open(temp["out"]))
        {
            session.Tap(Command.Record);
            session.Fly(Command.Forward, 60);
        }

        Walk walk = WalkFile.Load(Assert.Single(Directory.GetFiles(temp["out"], "*.walk.json")));
        Assert.InRange(walk.Seconds, 1, 1.1);
    }

    [Fact]
    public void What_is_recorded_is_on_the_disk_every_few_seconds()
    {
        using WalkSession session = Sessions.Open(temp["out"]);
        session.Tap(Command.Record);
        session.Pass(60 * 11);
        Walk walk = WalkFile.Load(Assert.Single(Directory.GetFiles(temp["out"], "*.walk.json")));
        Assert.InRange(walk.Seconds, 9.9, 10.1);
        Assert.True(session.Recording.IsRecording);
    }

    [Fact]
    public void Opening_another_generator_ends_the_recording_and_saves_it()
    {
        TestGenerator.Write(temp["other.onnx"], weightSeed: 2);
        using WalkSession session = Sessions.Open(temp["out"]);
        session.Tap(Command.Record);
        session.Fly(Command.Forward, 60);
        session.Open(temp["other.onnx"]);
        session.Settle();
        session.Pass(10);
        Assert.False(session.Recording.IsRecording);
        Walk walk = WalkFile.Load(Assert.Single(Directory.GetFiles(temp["out"], "*.walk.json")));
        Assert.InRange(walk.Seconds, 1, 1.1);
        Assert.Equal("painted", walk.Origin.Name);
    }

    [Fact]
    public void A_recording_that_cannot_be_saved_is_said_and_is_not_lost()
    {
        File.WriteAllText(temp["out"], "a file where the folder should be");
        string name;
        using (WalkSession session = Sessions.Open(temp["out"]))
        {
            Record(session);
            Assert.Contains("The recording stays in memory", session.State.Problem, StringComparison.Ordinal);
            Assert.Null(session.Recording.Last);
            File.Delete(temp["out"]);
            name = temp["out"];
        }

        Assert.Single(Directory.GetFiles(name, "*.walk.json"));
    }

    [Fact]
    public void A_walk_opens_the_generator_it_was_made_in()
    {
        TestGenerator.Write(temp["models/made.onnx"], weightSeed: 4);
        string file;
        using (WalkSession session = Sessions.Open(temp["out"], temp["models/made.onnx"]))
        {
            Record(session);
            file = session.Recording.Last!;
        }

        using WalkSession other = Sessions.Open(temp["other"], null, temp.Root);
        other.Open(file);
        other.Settle();
        Assert.Equal("made", other.Generator!.Info.Name);
        Assert.True(other.Playback.IsPlaying);
    }

    [Fact]
    public void A_walk_of_another_size_is_refused_in_words()
    {
        TestGenerator.Write(temp["small.onnx"], zdim: 8);
        string file;
        using (WalkSession session = Sessions.Open(temp["out"], temp["small.onnx"]))
        {
            Record(session);
            file = session.Recording.Last!;
        }

        using WalkSession other = Sessions.Open(temp["other"]);
        other.Open(file);
        other.Settle();
        Assert.Contains("the walk has latents of 8 numbers, but painted takes 32", other.State.Problem, StringComparison.Ordinal);
        Assert.False(other.Playback.IsPlaying);
    }

    [Fact]
    public void A_burst_saves_sixteen_faces_around_this_one_that_lead_back()
    {
        using WalkSession session = Sessions.Open(temp["out"]);
        session.Tap(Command.Burst);
        string folder = Assert.Single(Directory.GetDirectories(temp["out"]), path => path.EndsWith("-burst", StringComparison.Ordinal));
        string[] files = [.. Directory.GetFiles(folder).Order(StringComparer.Ordinal)];
        Assert.Equal(16, files.Length);
        Assert.Equal(session.Face.Z, PngFile.ReadLatent(files[0])!.Z);
        Assert.Equal(session.Face.Rgba.Length, PngFile.Read(files[0]).Rgba.Length);
        Assert.Distinct(files.Select(file => Convert.ToBase64String(PngFile.Read(file).Rgba)));
        session.Open(files[5]);
        session.Settle();
        Assert.Equal(PngFile.ReadLatent(files[5])!.Z, session.Face.Z);
        Assert.All(PngFile.Read(files[5]).Rgba.Zip(session.Face.Rgba), pair => Assert.InRange(pair.First - pair.Second, -1, 1));
    }

    [Fact]
    public void The_film_command_makes_a_film_of_the_last_recording_in_the_background()
    {
        using WalkSession session = Sessions.Open(temp["out"]);
        session.Tap(Command.Film);
        Assert.Contains("no recording yet", session.State.Toast, StringComparison.Ordinal);
        session.Tap(Command.Record);
        session.Pass(20);
        session.Tap(Command.Record);
        session.Tap(Command.Film);
        Assert.Null(session.State.Problem);
        string film = Assert.Single(Directory.GetFiles(temp["out"]), path => Path.GetExtension(path) is ".mp4" or ".webp");
        Assert.True(new FileInfo(film).Length > 500);
        Assert.Contains("film: ", session.State.Toast, StringComparison.Ordinal);
        Assert.Equal(-1, session.Film.Percent);
    }

    private static void Record(WalkSession session)
    {
        session.Tap(Command.Record);
        session.Fly(Command.Forward, 40);
        session.Tap(Command.Random);
        session.Pass(120);
        session.Fly(Command.Left, 20);
        session.Pass(120);
        session.Tap(Command.Record);
    }
}
