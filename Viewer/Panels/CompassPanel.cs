using LatentWalk.Viewer.App;
using LatentWalk.Viewer.Graphics;
using LatentWalk.Viewer.Input;
using LatentWalk.Walking;
using LatentWalk.Walking.Modes;

namespace LatentWalk.Viewer.Panels;

/// <summary>Which key leads to which tile, and a frame around the one that is flown towards.</summary>
internal static class CompassPanel
{
    private static readonly string[] Arrows = ["←↑", "↑", "↑→", "←", "→", "←↓", "↓", "↓→"];

    public static void Draw(in PanelFrame frame, in WalkState state, KeyMap keys, in ScenePlan plan)
    {
        int line = Math.Max(2, 2 * frame.Scale);
        TileFrames.Outline(frame, plan.Face, Math.Max(1, line / 2), Palette.Text);
        for (int i = 0; i < Arrows.Length; i++)
        {
            TileFrames.Mark(frame, plan.Tile(i), Palette.Key, Arrows[i]);
        }

        TileFrames.Mark(frame, plan.Tile(CompassTiles.Up), Palette.Key, keys.ShortCaption(Command.ThirdUp));
        TileFrames.Mark(frame, plan.Tile(CompassTiles.Down), Palette.Key, keys.ShortCaption(Command.ThirdDown));
        DrawAxes(frame, state, keys, plan.Tiles.Tile(ScenePlan.RingFree));
        int towards = CompassTiles.Towards(state.Input.Thrust);
        if (towards >= 0)
        {
            TileFrames.Outline(frame, plan.Tile(towards), line, Palette.Cursor);
        }
        else if (state.Compass is { Pointed: >= 0 and < CompassTiles.Count } compass)
        {
            TileFrames.Outline(frame, plan.Tile(compass.Pointed), line, Palette.Cursor);
        }
    }

    // In the place that no tile takes: what the ways are called.
    private static void DrawAxes(in PanelFrame frame, in WalkState state, KeyMap keys, PixelRect free)
    {
        int y = free.Y + free.Height / 2 - 3 * frame.Line;
        for (int axis = 0; axis < state.Headings.Length; axis++)
        {
            string way = axis == 0 ? "↑ ↓" : axis == 1 ? "← →" : keys.ShortCaption(Command.ThirdUp);
            frame.Text(free.X + frame.Padding, y, Palette.Key, way);
            if (axis == 2)
            {
                frame.Text(free.X + frame.Padding + 2 * frame.Advance, y, Palette.Key, keys.ShortCaption(Command.ThirdDown));
            }

            ReadOnlySpan<char> name = state.Headings[axis].Name;
            int fits = Math.Max(0, (free.Width - 2 * frame.Padding) / frame.Advance);
            frame.Text(free.X + frame.Padding, y + frame.Line, Palette.Quiet, name[..Math.Min(name.Length, fits)]);
            y += 2 * frame.Line;
        }
    }
}
