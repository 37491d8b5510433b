using LatentWalk.Viewer.Graphics;
using LatentWalk.Walking.Modes;

namespace LatentWalk.Viewer.Panels;

/// <summary>Hearts and brackets on the chosen parents, a frame around the child under the cursor, a mark at each locked gene.</summary>
internal static class BreedPanel
{
    public static void Draw(in PanelFrame frame, BreedState breed, in GridLayout tiles)
    {
        int line = Math.Max(2, 2 * frame.Scale);
        for (int child = 0; child < breed.Children.Count; child++)
        {
            if (breed.IsChosen(child))
            {
                TileFrames.Corners(frame, tiles.Tile(child), line, Palette.Good);
                TileFrames.Mark(frame, tiles.Tile(child), Palette.Good, "♥");
            }
        }

        TileFrames.Outline(frame, tiles.Tile(breed.Cursor), line, Palette.Cursor);
        Span<char> text = stackalloc char[24];
        text.TryWrite($"generation {breed.Number}", out int length);
        frame.Label(2 * frame.Padding, 2 * frame.Padding, Palette.Text, text[..length]);
    }

    /// <summary>A filled square on the gene's track for each locked one, an empty one for each free one.</summary>
    public static void DrawLocks(in PanelFrame frame, BreedState breed, in SliderLayout sliders)
    {
        PixelRect track = sliders.Track(1);
        int side = 4 * frame.Scale;
        int last = breed.Locks.Count - 1;
        for (int axis = 0; axis <= last; axis++)
        {
            int x = track.X + (last == 0 ? 0 : track.Width * axis / last) - side / 2;
            int y = track.Y + (track.Height - side) / 2;
            if (breed.IsLocked(axis))
            {
                frame.Ground(x - frame.Scale, y - frame.Scale, side + 2 * frame.Scale, side + 2 * frame.Scale, Palette.Good);
                frame.Ground(x + frame.Scale, y + frame.Scale, side - 2 * frame.Scale, side - 2 * frame.Scale, Palette.DeepGround);
            }
            else
            {
                frame.Ground(x + side / 2 - frame.Scale / 2, y, Math.Max(1, frame.Scale), side, Palette.Quiet);
            }
        }
    }
}
