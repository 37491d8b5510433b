using LatentWalk.Viewer.Graphics;
using LatentWalk.Walking;
using LatentWalk.Walking.Modes;

namespace LatentWalk.Viewer.Panels;

/// <summary>The step of the shown checkpoint in large type, and a tick on the track for each checkpoint.</summary>
internal static class TimelinePanel
{
    /// <summary>More would be a bar.</summary>
    private const int MostTicks = 120;

    public static void Draw(in PanelFrame frame, in WalkState state, in SliderLayout sliders)
    {
        int stop = TimelineMode.Stop(state);
        if (stop < 0)
        {
            return;
        }

        Span<char> text = stackalloc char[32];
        text.TryWrite($"step {state.Stops[stop]}", out int length);
        PanelFrame large = frame with { Scale = frame.Scale + 1 };
        large.Label((frame.Width - large.Measure(text[..length])) / 2, 2 * frame.Padding, Palette.Text, text[..length]);
        if (sliders.Count == 0 || state.Stops.Count > MostTicks)
        {
            return;
        }

        PixelRect track = sliders.Track(0);
        for (int i = 0; i < state.Stops.Count; i++)
        {
            int x = track.X + track.Width * i / Math.Max(1, state.Stops.Count - 1);
            frame.Ground(x, track.Y + track.Height / 2 - 3 * frame.Scale, Math.Max(1, frame.Scale / 2), 6 * frame.Scale, Palette.Quiet);
        }
    }
}
