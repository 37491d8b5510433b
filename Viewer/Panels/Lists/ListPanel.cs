using LatentWalk.Viewer.Graphics;

namespace LatentWalk.Viewer.Panels.Lists;

/// <summary>Draws a list screen over the left of the picture, which goes on beside and behind it.</summary>
internal static class ListPanel
{
    private const string Mark = "▶";

    /// <param name="line">The chosen line.</param>
    /// <param name="status">In place of the chosen line's text: what just happened, what is waited for. Null for the text.</param>
    public static void Draw(in PanelFrame frame, ListPage page, int line, string? status = null)
    {
        ListLayout layout = new(frame.Width, frame.Height, frame.Scale, page, line);
        frame.Ground(layout.Panel.X, 0, layout.Panel.Width, frame.Height, Palette.ListGround);
        frame.Ground(layout.Panel.Right, 0, Math.Max(1, frame.Scale), frame.Height, Palette.Line);
        frame.Hud.DrawText(layout.Inner.X, layout.Inner.Y, layout.TitleScale, Palette.Text, page.Title);
        Tabs(frame, page, layout);
        for (int shown = 0; shown < layout.Shown; shown++)
        {
            Line(frame, page, layout, layout.First + shown, layout.First + shown == line);
        }

        ScrollBar(frame, page, layout);
        Footer(frame, page, layout, status ?? page.Lines[line].Text, status is not null);
    }

    private static void Tabs(in PanelFrame frame, ListPage page, in ListLayout layout)
    {
        int below = layout.TabsTop + layout.LineHeight;
        frame.Ground(layout.Inner.X - layout.Padding, below, layout.Inner.Width + 2 * layout.Padding, Math.Max(1, frame.Scale / 2), Palette.Line);
        for (int tab = 0; tab < page.TabCount; tab++)
        {
            PixelRect place = layout.TabRect(tab);
            bool open = tab == layout.Tab;
            if (open)
            {
                int width = frame.Measure(page.Tab(tab)) + layout.Padding;
                frame.Ground(place.X - layout.Padding / 2, place.Y - 2 * frame.Scale, width, place.Height + 2 * frame.Scale, Palette.Chosen);
                frame.Ground(place.X - layout.Padding / 2, below - frame.Scale, width, 2 * frame.Scale, Palette.Cursor);
            }

            frame.Text(place.X, place.Y + frame.Scale, open ? Palette.Text : Palette.Quiet, page.Tab(tab));
        }
    }

    private static void Line(in PanelFrame frame, ListPage page, in ListLayout layout, int line, bool chosen)
    {
        PixelRect place = layout.LineRect(line);
        int y = place.Y + 3 * frame.Scale;
        if (chosen)
        {
            frame.Ground(place.X, place.Y, place.Width, place.Height, Palette.Chosen);
            frame.Hud.DrawOutline(place.X, place.Y, place.Width, place.Height, Math.Max(1, frame.Scale / 2), Palette.Cursor);
            frame.Text(layout.Inner.X, y, Palette.Cursor, Mark);
        }

        ref readonly ListLine shown = ref page.Lines[line];
        int name = layout.Inner.X + 2 * frame.Advance;
        frame.Text(name, y, chosen ? Palette.Text : Palette.Quiet, shown.Name);
        ReadOnlySpan<char> value = shown.Value;
        int columns = layout.Columns - 4 - shown.Name.Length;
        if (value.Length > columns)
        {
            value = value[..Math.Max(0, columns)];
        }

        frame.Text(layout.Inner.Right - frame.Measure(value), y, Palette.Key, value);
    }

    private static void ScrollBar(in PanelFrame frame, ListPage page, in ListLayout layout)
    {
        int count = page.Count(layout.Tab);
        if (count <= layout.Room)
        {
            return;
        }

        int width = 2 * frame.Scale;
        int x = layout.Panel.Right - width - 2 * frame.Scale;
        int height = layout.Room * layout.LineHeight;
        int first = layout.First - page.Start(layout.Tab);
        frame.Ground(x, layout.ListTop, width, height, Palette.Line);
        frame.Ground(x, layout.ListTop + height * first / count, width, Math.Max(4, height * layout.Room / count), Palette.Quiet);
    }

    private static void Footer(in PanelFrame frame, ListPage page, in ListLayout layout, string text, bool urgent)
    {
        int y = layout.FooterTop;
        frame.Ground(layout.Inner.X - layout.Padding, y - layout.Padding / 2, layout.Inner.Width + 2 * layout.Padding, Math.Max(1, frame.Scale / 2), Palette.Line);
        y += frame.Scale;
        int lines = 0;
        foreach (ReadOnlySpan<char> line in new TextWrap(text, layout.Columns))
        {
            if (lines++ < 2)
            {
                frame.Text(layout.Inner.X, y, urgent ? Palette.Key : Palette.Text, line);
                y += frame.Line;
            }
        }

        ReadOnlySpan<char> hint = page.Hint;
        frame.Text(
            layout.Inner.X, layout.Inner.Bottom - frame.Line + 2 * frame.Scale, Palette.Quiet, hint.Length > layout.Columns ? hint[..layout.Columns] : hint);
    }
}
