using LatentWalk.Imaging;
using LatentWalk.Viewer.App;
using LatentWalk.Viewer.Capture;
using LatentWalk.Viewer.Tests.Graphics;
using LatentWalk.Walking;
using LatentWalk.Walking.Recording;

namespace LatentWalk.Viewer.Tests.Capture;

/// <summary>Films of the whole scene. The frames stay under artifacts/Viewer/Films for a person to look at.</summary>
public sealed class SceneFilmTests : IDisposable
{
    private readonly TempFolder temp = new();

    public void Dispose() => temp.Dispose();

    [GlFact]
    public void The_same_walk_gives_the_same_bytes_again_at_any_rate_and_none_of_the_hands_text()
    {
        Walk walk = Recorded();
        string first = Film(walk, "first", 12);
        string again = Film(walk, "again", 12);
        string twice = Film(walk, "twice", 24);
        string[] frames = [.. Directory.GetFiles(first).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
        Assert.Equal(1 + (int)(walk.Seconds * 12 + 1e-9), frames.Length);
        for (int i = 0; i < frames.Length; i++)
        {
            byte[] bytes = File.ReadAllBytes(Path.Combine(first, frames[i]));
            Assert.Equal(bytes, File.ReadAllBytes(Path.Combine(again, frames[i])));
            Assert.Equal(bytes, File.ReadAllBytes(Path.Combine(twice, $"frame-{2 * i + 1:D6}.png")));
        }

        Assert.NotEqual(File.ReadAllBytes(Path.Combine(first, frames[0])), File.ReadAllBytes(Path.Combine(first, frames[^1])));
        string text = Film(walk, "text", 12, text: true);
        Assert.NotEqual(File.ReadAllBytes(Path.Combine(first, frames[^1])), File.ReadAllBytes(Path.Combine(text, frames[^1])));
    }

    [GlFact]
    public void A_film_shows_what_was_on_screen_when_it_was_played()
    {
        byte[] shown;
        Walk walk;
        using (WalkSession session = Sessions.Open(temp["out"]))
        {
            session.Tap(Command.Record);
            session.Fly(Command.Forward, 40);
            session.Pass(100);
            session.Tap(Command.Record);
            shown = [.. session.Face.Rgba];
            walk = WalkFile.Load(session.Recording.Last!);
        }

        using WalkSession film = Sessions.Open(temp["film"]);
        new SceneFilm(film, walk, temp["frames"], 128, 128, 30, text: false).Run(null, CancellationToken.None);
        Assert.Equal(shown, film.Face.Rgba);
    }

    [GlFact]
    public void A_closed_journey_ends_one_frame_before_it_begins_again()
    {
        JourneyPlan plan = new([.. new ulong[] { 3, 5, 8 }.Select(seed => new KeyFrame(Waypoint.OfSeed(seed, TestGenerator.ZDim), 1, []))], 1.5, Easing.Flowing, true);
        Walk walk = new(null, new PlannedJourney(new WalkOrigin(new string('a', 64), "painted"), TestGenerator.ZDim, 0, plan));
        string folder = Film(walk, "journey", 10);
        Assert.Equal(15, Directory.GetFiles(folder).Length);
        byte[] first = PngFile.Read(Path.Combine(folder, "frame-000001.png")).Rgba;
        byte[] last = PngFile.Read(Path.Combine(folder, "frame-000015.png")).Rgba;
        byte[] middle = PngFile.Read(Path.Combine(folder, "frame-000008.png")).Rgba;
        Assert.True(Difference(first, last) > 0.1 && Difference(first, last) < Difference(first, middle), "the last frame is not on the way to the first");
    }

    [Fact]
    public void P_in_a_journey_saves_it_as_a_walk_that_plays()
    {
        using WalkSession session = Sessions.Open(temp["out"]);
        session.Tap(Command.Journey, Command.Save);
        Assert.Contains("two key frames", session.State.Toast, StringComparison.Ordinal);
        session.Tap(Command.Pick, Command.Random);
        session.Pass(200);
        session.Tap(Command.Pick, Command.Save);
        Walk walk = WalkFile.Load(Assert.Single(Directory.GetFiles(temp["out"], "*.walk.json")));
        Assert.Equal(2, walk.Journey!.Plan.Frames.Count);
        using WalkSession again = Sessions.Open(temp["other"]);
        again.Open(session.Recording.Last!);
        again.Settle();
        Assert.NotNull(again.State.Playback);
        Assert.Equal(walk.Journey.Plan.Frames[1].Place.Z, again.State.Route!.Plan.Frames[1].Place.Z);
    }

    private Walk Recorded()
    {
        using WalkSession session = Sessions.Open(temp["out"]);
        session.Tap(Command.Record);
        session.Fly(Command.Forward, 30);
        session.Tap(Command.Random);
        session.Pass(60);
        session.Tap(Command.Grid);
        session.Pass(20);
        session.Tap(Command.Record);
        return WalkFile.Load(session.Recording.Last!);
    }

    private string Film(Walk walk, string name, double rate, bool text = false)
    {
        string folder = Path.Combine(Artifact.Folder("Films"), name);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        using WalkSession session = Sessions.Open(temp["out"]);
        new SceneFilm(session, walk, folder, 240, 180, rate, text).Run(null, CancellationToken.None);
        return folder;
    }

    private static double Difference(byte[] a, byte[] b) => a.Zip(b, (x, y) => (double)Math.Abs(x - y)).Average();
}
