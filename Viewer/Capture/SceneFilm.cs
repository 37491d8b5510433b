using LatentWalk.Cli;
using LatentWalk.Filming;
using LatentWalk.Viewer.App;
using LatentWalk.Viewer.Graphics;
using LatentWalk.Viewer.Headless;
using LatentWalk.Walking.Recording;

namespace LatentWalk.Viewer.Capture;

/// <summary>A walk from a file, drawn as the window would, off screen: every frame at its exact time and with its picture, so the same walk gives the same bytes.</summary>
/// <param name="session">With a generator open, or about to be.</param>
/// <param name="output">A film file or a folder of frames.</param>
/// <param name="text">With the words that the window shows over the picture.</param>
internal sealed class SceneFilm(WalkSession session, Walk walk, string output, int width, int height, double framesPerSecond, bool text)
{
    /// <summary>Frames of the whole.</summary>
    public int FrameCount { get; } = walk.Recording is { } recording
        ? WalkReplay.FramesOf(recording, framesPerSecond)
        : Math.Max(1, (int)Math.Round(walk.Seconds * framesPerSecond)) + (walk.Journey!.Plan.Closed ? 0 : 1);

    /// <param name="most">Frames at most; null for all of them.</param>
    /// <returns>Frames drawn.</returns>
    public int Run(int? most, CancellationToken stop)
    {
        int frames = Math.Min(FrameCount, most ?? int.MaxValue);
        using IHeadlessContext context = HeadlessContext.Open();
        using OffscreenTarget target = new(context.Gl, width, height);
        using SceneRenderer scene = new(context.Gl, showTimings: false);
        session.IsBare = !text;
        session.Layout = SceneLayout.Of(width, height, session.Preferences.Settings);
        session.Settle();
        session.Playback.Play(walk);
        byte[] pixels = new byte[target.FrameBytes];
        using IFilm film = Film.Open(output, new FilmSettings(frames, width, height, framesPerSecond));
        using ProgressLine progress = Talk.Progress("film", frames);
        for (int frame = 0; frame < frames; frame++)
        {
            stop.ThrowIfCancellationRequested();
            Advance(frame);
            target.Bind();
            scene.Draw(session, width, height);
            target.ReadBack(pixels);
            film.Add(frame, pixels, null);
            progress.Report(frame + 1);
        }

        film.Finish();
        return frames;
    }

    private void Advance(int frame)
    {
        if (walk.Recording is not null)
        {
            session.ShowFrame(frame, framesPerSecond);
        }
        else if (frame > 0)
        {
            // Frames divide the journey evenly: a closed one ends where it began at any rate.
            session.Tick(walk.Seconds / (walk.Journey!.Plan.Closed ? FrameCount : FrameCount - 1));
        }

        session.Settle();
    }
}
