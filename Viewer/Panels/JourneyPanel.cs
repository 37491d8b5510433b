using LatentWalk.Viewer.Graphics;
using LatentWalk.Walking;
using LatentWalk.Walking.Modes;

namespace LatentWalk.Viewer.Panels;

/// <summary>The key frames' numbers, a frame around the chosen one, and where between them the playback is.</summary>
internal static class JourneyPanel
{
    public static void Draw(in PanelFrame frame, in WalkState state, RouteState route, in GridLayout tiles)
    {
        int line = Math.Max(2, 2 * frame.Scale);
        Span<char> number = stackalloc char[6];
        for (int i = 0; i < route.Places.Count; i++)
        {
            number.TryWrite($"{i + 1}", out int length);
            TileFrames.Mark(frame, tiles.Tile(i), i == route.Cursor ? Palette.Cursor : Palette.Text, number[..length]);
        }

        if (route.Cursor >= 0)
        {
            TileFrames.Outline(frame, tiles.Tile(route.Cursor), line, Palette.Cursor);
        }

        if (state.Playback is { } plan && plan.IsPlayable)
        {
            (int leg, double t) = plan.LegAt(state.PlaySeconds);
            PixelRect tile = tiles.Tile(leg % route.Places.Count);
            int x = tile.X + (int)(t * (tile.Width + tiles.Gap));
            frame.Ground(x - line / 2, tile.Y - 2 * line, line, tile.Height + 4 * line, Palette.Good);
        }
    }
}
