using LatentWalk.Viewer.Graphics;
using LatentWalk.Walking;
using LatentWalk.Walking.Modes;

namespace LatentWalk.Viewer.Panels;

/// <summary>A mode's values with a knob each; the one that keys move has a mark before its name.</summary>
internal static class SliderPanel
{
    private const int ValueChars = 24;

    public static void Draw(in PanelFrame frame, in WalkState state, ISliderMode mode, in SliderLayout layout)
    {
        Span<char> text = stackalloc char[ValueChars];
        PanelFrame fitted = frame with { Scale = layout.Scale };
        if (layout.Count > 0)
        {
            frame.Ground(layout.Area.X, layout.Area.Y, layout.Area.Width, layout.Area.Height, Palette.Ground);
        }

        for (int slider = 0; slider < layout.Count; slider++)
        {
            bool chosen = slider == mode.ChosenSlider(state);
            Row(fitted, layout, slider, chosen, mode.SliderName(state, slider), mode.SliderShare(state, slider));
            PixelRect track = layout.Track(slider);
            int length = mode.WriteSlider(state, slider, text);
            fitted.Text(track.Right + 2 * fitted.Advance, TextY(fitted, track), chosen ? Palette.Text : Palette.Quiet, text[..length]);
        }
    }

    private static void Row(in PanelFrame frame, in SliderLayout layout, int slider, bool chosen, string name, float share)
    {
        PixelRect row = layout.Row(slider);
        PixelRect track = layout.Track(slider);
        int y = TextY(frame, row);
        if (chosen)
        {
            frame.Text(row.X + frame.Scale, y, Palette.Cursor, "▶");
        }

        frame.Text(row.X + 3 * frame.Advance / 2, y, chosen ? Palette.Text : Palette.Quiet, name);
        int thick = Math.Max(1, frame.Scale);
        int middle = row.Y + row.Height / 2;
        int knob = track.X + (int)MathF.Round(Math.Clamp(share, 0, 1) * track.Width);
        frame.Ground(track.X, middle - thick, track.Width, 2 * thick, Palette.Quiet.WithAlpha(90));
        frame.Ground(track.X, middle - thick, knob - track.X, 2 * thick, chosen ? Palette.Cursor : Palette.Quiet);
        frame.Hud.DrawDot(knob, middle, (chosen ? 4.5f : 3.5f) * frame.Scale, chosen ? Palette.Cursor : Palette.Text);
    }

    private static int TextY(in PanelFrame frame, in PixelRect row) => row.Y + (row.Height - PixelFont.GlyphHeight * frame.Scale) / 2 + frame.Scale;
}
