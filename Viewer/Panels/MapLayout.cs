using System.Numerics;
using LatentWalk.Viewer.Graphics;
using LatentWalk.Walking;

namespace LatentWalk.Viewer.Panels;

/// <summary>Where the map lies, and how its places map to pixels. Framebuffer pixels.</summary>
/// <param name="Area">A square.</param>
/// <param name="Range">Of the map from its middle, as <see cref="WalkModel.Project"/> counts.</param>
internal readonly record struct MapLayout(PixelRect Area, float Range)
{
    private const float LeastRange = 3;
    private const float RangeStep = 1.4f;
    private const float Part = 0.34f;

    /// <summary>At the top on the right, below the figures where they are shown. The range goes in steps, so that the map does not breathe.</summary>
    public static MapLayout Of(int width, int height, int scale, in WalkState state)
    {
        int side = (int)(Math.Min(width, height) * Part);
        int margin = 5 * scale;
        int top = margin + (state.Overlay ? (OverlayPanel.Lines + 1) * PixelFont.LineHeight * scale : 0);
        float range = LeastRange;
        float farthest = Farthest(state);
        while (range < farthest * 1.05f)
        {
            range *= RangeStep;
        }

        return new MapLayout(new PixelRect(width - side - margin, top, side, side), range);
    }

    public Vector2 ToPixel(Vector2 place) => new(
        Area.X + Area.Width * (0.5f + place.X / (2 * Range)),
        Area.Y + Area.Height * (0.5f - place.Y / (2 * Range)));

    public Vector2 ToPlace(Vector2 pixel) => new(
        ((pixel.X - Area.X) / Area.Width - 0.5f) * 2 * Range,
        (0.5f - (pixel.Y - Area.Y) / Area.Height) * 2 * Range);

    /// <summary>So many pixels, as places count.</summary>
    public float Reach(float pixels) => pixels * 2 * Range / Area.Width;

    private static float Farthest(in WalkState state)
    {
        float farthest = 0;
        if (state.Tape is { } tape)
        {
            for (long i = tape.First; i < tape.End; i++)
            {
                Vector2 place = Vector2.Abs(tape.Place(i));
                farthest = Math.Max(farthest, Math.Max(place.X, place.Y));
            }
        }

        return farthest;
    }
}
