using LatentWalk.Filming;
using LatentWalk.Viewer.Graphics;
using LatentWalk.Viewer.Headless;

namespace LatentWalk.Viewer.App;

/// <summary>
/// The same session and the same drawing as the window's, into PNG files and at a fixed rate: every frame waits for its
/// picture, so the same input gives the same frames on any machine.
/// </summary>
internal sealed class HeadlessLoop(WalkSession session, HeadlessSettings settings, ScriptPlayer script)
{
    /// <returns>The files written.</returns>
    public IReadOnlyList<string> Run(CancellationToken stop)
    {
        int frames = settings.Frames ?? (int)((script.Seconds + 1) * settings.FramesPerSecond);
        using IFilm film = Film.OpenFolder(settings.Folder, new FilmSettings(frames, settings.Width, settings.Height, settings.FramesPerSecond), Film.NameOfFrame);
        using IHeadlessContext context = HeadlessContext.Open();
        using OffscreenTarget target = new(context.Gl, settings.Width, settings.Height);
        using SceneRenderer scene = new(context.Gl, showTimings: false);
        byte[] pixels = new byte[target.FrameBytes];
        List<string> files = [];
        session.Layout = SceneLayout.Of(settings.Width, settings.Height, session.Preferences.Settings);
        session.Settle();
        for (int frame = 0; frame < frames && !stop.IsCancellationRequested && !session.State.Quitting; frame++)
        {
            Advance(frame);
            target.Bind();
            scene.Draw(session, settings.Width, settings.Height);
            target.ReadBack(pixels);
            film.Add(frame, pixels, null);
            files.Add(Path.Combine(settings.Folder, Film.NameOfFrame(frame)));
        }

        film.Finish();
        return files;
    }

    private void Advance(int frame)
    {
        script.Play(session, frame / settings.FramesPerSecond);
        session.Layout = SceneLayout.Of(settings.Width, settings.Height, session.Preferences.Settings);
        session.Settle();
        session.Tick(1 / settings.FramesPerSecond);
        session.Settle();
    }
}
