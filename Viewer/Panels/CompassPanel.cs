using LatentWalk.Viewer.App;
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
}
