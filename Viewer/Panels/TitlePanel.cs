using LatentWalk.Viewer.App;
using LatentWalk.Viewer.Graphics;
using LatentWalk.Viewer.Input;
using LatentWalk.Walking;

namespace LatentWalk.Viewer.Panels;

/// <summary>The first screen, over a walk that goes on by itself: the name, what there is to walk in, what to press.</summary>
internal static class TitlePanel
{
    private const string Name = "LATENT WALK";
    private const string Subtitle = "fly through the faces that a network has dreamt up";
    private const string Mark = "▶";

    /// <param name="thumbnails">Tile i is the picture of model i, where it has one.</param>
    /// <param name="prompt">The two lines at the bottom.</param>
    public static void Draw(in PanelFrame frame, TitleList list, int chosen, ThumbnailAtlas? thumbnails, in TitlePrompt prompt)
    {
        TitleLayout layout = new(frame.Width, frame.Height, frame.Scale, list.Count, chosen);
        DrawName(frame, layout);
        if (layout.Shown > 0)
        {
            frame.Ground(layout.List.X, layout.List.Y, layout.List.Width, layout.List.Height, Palette.DeepGround);
        }

        for (int line = layout.First; line < layout.First + layout.Shown; line++)
        {
            Row(frame, layout, list.Models[line], line, line == chosen, line < (thumbnails?.Count ?? 0) ? thumbnails : null);
        }

        frame.Ground(0, layout.Prompt - 4 * frame.Scale, frame.Width, frame.Height - layout.Prompt + 4 * frame.Scale, Palette.DeepGround);
        Centred(frame, layout.Prompt, Palette.Key, prompt.Play);
        Centred(frame, layout.Prompt + frame.Line + 2 * frame.Scale, Palette.Quiet, prompt.Others);
    }

    private static void DrawName(in PanelFrame frame, in TitleLayout layout)
    {
        int scale = layout.NameScale;
        int bottom = layout.Name.Bottom + 2 * frame.Line;
        frame.Ground(0, layout.Name.Y - 2 * scale, frame.Width, bottom - layout.Name.Y + scale, Palette.Ground);
        frame.Hud.DrawText(layout.Name.X + scale / 2, layout.Name.Y + scale / 2, scale, Rgba.Black, Name);
        frame.Hud.DrawText(layout.Name.X, layout.Name.Y, scale, Palette.Text, Name);
        Centred(frame, layout.Name.Bottom + frame.Scale, Palette.Key, Subtitle);
    }

    private static void Row(in PanelFrame frame, in TitleLayout layout, TitleModel model, int line, bool chosen, ThumbnailAtlas? thumbnails)
    {
        PixelRect row = layout.Row(line);
        if (chosen)
        {
            frame.Ground(row.X, row.Y, row.Width, row.Height, Palette.Chosen);
            frame.Hud.DrawOutline(row.X, row.Y, row.Width, row.Height, frame.Scale, Palette.Cursor);
        }

        int side = row.Height - 4 * frame.Scale;
        int x = row.X + 2 * frame.Advance;
        if (chosen)
        {
            frame.Text(row.X + frame.Advance / 2, row.Y + (row.Height - frame.Line) / 2 + frame.Scale, Palette.Cursor, Mark);
        }

        if (thumbnails is not null && model.Picture is not null)
        {
            frame.Hud.DrawThumbnail(thumbnails.Texture, line, x, row.Y + 2 * frame.Scale, side, side);
        }

        x += side + frame.Advance;
        int columns = (row.Right - x) / frame.Advance;
        frame.Text(x, row.Y + 4 * frame.Scale, chosen ? Palette.Text : Palette.Quiet, Cut(model.Name, columns));
        frame.Text(x, row.Y + 4 * frame.Scale + frame.Line, chosen ? Palette.Key : Palette.Quiet, Cut(model.Line, columns));
    }

    private static ReadOnlySpan<char> Cut(ReadOnlySpan<char> text, int columns) => text[..Math.Clamp(columns, 0, text.Length)];

    private static void Centred(in PanelFrame frame, int y, Rgba color, ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> shown = Cut(text, frame.Columns + 3);
        frame.Text((frame.Width - frame.Measure(shown)) / 2, y, color, shown);
    }
}
