using System.Globalization;
using LatentWalk.Core.Files;
using LatentWalk.Imaging;
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
        OnDisk(settings.Folder, () => Directory.CreateDirectory(settings.Folder));
        int frames = settings.Frames ?? (int)((script.Seconds + 1) * settings.FramesPerSecond);
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
            string path = Path.Combine(settings.Folder, string.Create(CultureInfo.InvariantCulture, $"frame-{frame + 1:D6}.png"));
            WriteFrame(path, PngFile.Encode(pixels, settings.Width, settings.Height));
            files.Add(path);
        }

        return files;
    }

    // A frame can be drawn again: it need not survive a power cut, and hundreds of them must not wait for the disk.
    private static void WriteFrame(string path, byte[] png) => OnDisk(path, () => File.WriteAllBytes(path, png));

    private static void OnDisk(string path, Action write)
    {
        try
        {
            write();
        }
        catch (Exception error) when (DiskErrors.IsDiskError(error))
        {
            throw DiskErrors.Wrap("write", path, error);
        }
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
