using System.Numerics;
using LatentWalk.Viewer.App;
using LatentWalk.Viewer.Graphics;
using LatentWalk.Walking;

namespace LatentWalk.Viewer.Panels;

/// <summary>The map of the first two axes: the way flown, small pictures of where moves began, and an arrow where one is.</summary>
internal static class MapPanel
{
    private const int MostSegments = 500;
    private const int MostPictures = 14;
    private const int MostDots = 64;
    private const int PictureSide = 14;

    /// <param name="latent">[zdim]: the latent that is shown.</param>
    public static void Draw(in PanelFrame frame, in WalkState state, in MapLayout map, PlacePictures pictures, ReadOnlySpan<float> latent)
    {
        PixelRect area = map.Area;
        frame.Ground(area.X, area.Y, area.Width, area.Height, Palette.DeepGround.WithAlpha(205));
        Axes(frame, area);
        Trail(frame, state, map);
        Places(frame, state, map, pictures);
        Vector2 here = state.Model.Project(latent);
        Arrow(frame, map, here, HeadingOf(state, here));
        frame.Hud.DrawOutline(area.X, area.Y, area.Width, area.Height, Math.Max(1, frame.Scale / 2), Palette.Quiet);
        string hint = state.MapCursor is not null ? "← → ENTER" : state.History is not null ? "N go back" : "the way";
        frame.Text(area.X + (area.Width - frame.Measure(hint)) / 2, area.Bottom - frame.Line, Palette.Quiet, hint);
    }

    private static void Axes(in PanelFrame frame, PixelRect area)
    {
        int thin = Math.Max(1, frame.Scale / 2);
        frame.Ground(area.X, area.Y + area.Height / 2, area.Width, thin, Palette.Quiet.WithAlpha(60));
        frame.Ground(area.X + area.Width / 2, area.Y, thin, area.Height, Palette.Quiet.WithAlpha(60));
    }

    // What is long ago is faint.
    private static void Trail(in PanelFrame frame, in WalkState state, in MapLayout map)
    {
        if (state.Tape is not { IsEmpty: false } tape)
        {
            return;
        }

        long stride = Math.Max(1, (tape.End - tape.First) / MostSegments);
        Vector2 before = map.ToPixel(tape.Place(tape.First));
        for (long i = tape.First + stride; i < tape.End; i += stride)
        {
            Vector2 next = map.ToPixel(tape.Place(i));
            byte alpha = (byte)(50 + 170 * (i - tape.First) / (tape.End - tape.First));
            frame.Hud.DrawLine(before.X, before.Y, next.X, next.Y, Math.Max(1.5f, frame.Scale), Palette.Good.WithAlpha(alpha));
            before = next;
        }
    }

    private static void Places(in PanelFrame frame, in WalkState state, in MapLayout map, PlacePictures pictures)
    {
        int index = Math.Min(MostDots, state.History?.Depth ?? 0) - 1;
        int chosen = state.MapCursor ?? -1;
        for (int i = index; i >= 0; i--)    // newest on top
        {
            if (i != chosen)
            {
                Place(frame, MapRules.Entry(state.History, i)!, map, pictures, small: i >= MostPictures);
            }
        }

        if (chosen >= 0 && MapRules.Entry(state.History, chosen) is { } entry)
        {
            PixelRect square = Place(frame, entry, map, pictures, small: false, large: true);
            TileFrames.Outline(frame, square, Math.Max(2, frame.Scale), Palette.Cursor);
        }
    }

    private static PixelRect Place(in PanelFrame frame, History entry, in MapLayout map, PlacePictures pictures, bool small, bool large = false)
    {
        Vector2 at = pictures.Project(entry, map);
        int side = PictureSide * frame.Scale * (large ? 2 : 1);
        PixelRect area = map.Area;
        PixelRect square = new(
            (int)Math.Clamp(at.X - side / 2f, area.X, area.Right - side), (int)Math.Clamp(at.Y - side / 2f, area.Y, area.Bottom - side), side, side);
        if (small || pictures.Find(entry.Place) is not { } tile)
        {
            frame.Hud.DrawDot(at.X, at.Y, 2 * frame.Scale, Palette.Text);
        }
        else
        {
            frame.Hud.DrawThumbnail(pictures.Texture, tile, square.X, square.Y, side, side);
        }

        return square;
    }

    private static Vector2 HeadingOf(in WalkState state, Vector2 here)
    {
        if (state.Tape is { IsEmpty: false } tape)
        {
            for (long i = tape.End - 1; i >= Math.Max(tape.First, tape.End - 6); i--)
            {
                Vector2 way = here - tape.Place(i);
                if (way.Length() > 0.01f)
                {
                    return Vector2.Normalize(way);
                }
            }
        }

        return Vector2.UnitY;
    }

    private static void Arrow(in PanelFrame frame, in MapLayout map, Vector2 here, Vector2 way)
    {
        Vector2 at = map.ToPixel(here);
        Vector2 ahead = new(way.X, -way.Y);
        Vector2 side = new(-ahead.Y, ahead.X);
        float size = 7 * frame.Scale;
        Vector2 tip = at + ahead * size;
        Vector2 left = at - ahead * size * 0.7f + side * size * 0.7f;
        Vector2 right = at - ahead * size * 0.7f - side * size * 0.7f;
        float thick = Math.Max(2, frame.Scale);
        frame.Hud.DrawDot(at.X, at.Y, 2.2f * frame.Scale, Palette.Cursor);
        frame.Hud.DrawLine(left.X, left.Y, tip.X, tip.Y, thick, Palette.Cursor);
        frame.Hud.DrawLine(right.X, right.Y, tip.X, tip.Y, thick, Palette.Cursor);
    }
}
