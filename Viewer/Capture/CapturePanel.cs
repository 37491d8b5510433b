using LatentWalk.Viewer.App;
using LatentWalk.Viewer.Panels;

namespace LatentWalk.Viewer.Capture;

/// <summary>What is being recorded, played or filmed, at the top right of the frame; also while the other text is hidden.</summary>
internal static class CapturePanel
{
    public static void Draw(in PanelFrame frame, WalkSession session)
    {
        Span<char> text = stackalloc char[32];
        int length = 0;
        bool recording = session.Recording.IsRecording;
        bool fits = recording ? text.TryWrite($"  REC {session.Recording.Seconds / 60}:{session.Recording.Seconds % 60:D2}", out length)
            : session.Playback.IsPlaying ? text.TryWrite($"▶ PLAYBACK", out length)
            : session.Film.Percent >= 0 && text.TryWrite($"FILM {session.Film.Percent}%", out length);
        if (!fits)
        {
            return;
        }

        int width = frame.Measure(text[..length]);
        int x = frame.Width - width - 2 * frame.Padding;
        int y = 2 * frame.Padding;
        frame.Label(x, y, recording ? Palette.Bad : Palette.Key, text[..length]);
        if (recording)
        {
            frame.Hud.DrawDot(x + frame.Advance / 2f, y + 4 * frame.Scale, 3.5f * frame.Scale, Palette.Bad);
        }
    }
}
