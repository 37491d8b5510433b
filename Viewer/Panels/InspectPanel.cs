using LatentWalk.Viewer.Graphics;
using LatentWalk.Viewer.Inspecting;
using LatentWalk.Walking;
using LatentWalk.Walking.Modes;

namespace LatentWalk.Viewer.Panels;

/// <summary>The words of Inspect: which layer, what the nearest training pictures mean.</summary>
internal static class InspectPanel
{
    public static void Draw(in PanelFrame frame, in WalkState state, InspectDesk desk, in InspectLayout places)
    {
        int columns = Math.Max(8, places.Room.Width / frame.Advance);
        ReadOnlySpan<char> title = desk.Pages.Count > 0 ? desk.Pages[InspectMode.Page(state, desk.Pages.Count)].Title : "looking inside…";
        Write(frame, places.Room.X, places.Room.Y, columns, Palette.Key, title);
        int y = places.WordsTop;
        if (desk.Nearest is { } answer)
        {
            y = Write(frame, places.Room.X, y, columns, answer.TooClose ? Palette.Bad : Palette.Text, answer.Words);
        }

        Write(frame, places.Room.X, y, columns, Palette.Quiet, desk.SetWords);
    }

    // The first line that is free below.
    private static int Write(in PanelFrame frame, int x, int y, int columns, Rgba colour, ReadOnlySpan<char> text)
    {
        foreach (ReadOnlySpan<char> line in new TextWrap(text, columns))
        {
            frame.Text(x, y, colour, line);
            y += frame.Line;
        }

        return y;
    }
}
