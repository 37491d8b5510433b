using LatentWalk.Viewer.Graphics;
using LatentWalk.Viewer.Panels;
using LatentWalk.Viewer.Settings;
using LatentWalk.Walking;

namespace LatentWalk.Viewer.App;

/// <summary>A frame's size, and where things lie in it. Framebuffer pixels.</summary>
internal readonly record struct SceneLayout(int Width, int Height)
{
    /// <summary>A frame drawn as the user likes it.</summary>
    /// <param name="density">Framebuffer pixels of one window unit.</param>
    public static SceneLayout Of(int width, int height, ViewerSettings settings, float density = 1) => new(width, height)
    {
        Filter = settings.Filter,
        TextSize = (float)settings.TextSize,
        Density = density,
    };

    public PictureFilter Filter { get; init; }

    /// <summary>How large the user wants the text, 1 as it comes.</summary>
    public float TextSize { get; init; } = 1;

    /// <summary>Framebuffer pixels of one window unit: more than 1 on a dense display, where the same text needs more of them.</summary>
    public float Density { get; init; } = 1;

    /// <summary>Size of one pixel of the font: legible from a few steps away at any window size and density.</summary>
    public int TextScale => TextScaling.For(Width, Height, Density, TextSize);

    /// <summary>Of the face: a filter that shows pixels needs whole multiples.</summary>
    public PictureScaling Scaling => Filter == PictureFilter.Nearest ? PictureScaling.Pixels : PictureScaling.Smooth;

    private int Margin => 4 * TextScale;

    /// <summary>Room for the line of text at the bottom.</summary>
    private int Footer => (HintPanel.Lines(Width / (PixelFont.Advance * TextScale)) * PixelFont.LineHeight + 6) * TextScale;

    /// <param name="order">What is on screen.</param>
    /// <param name="width">Of one picture.</param>
    /// <param name="height">Of one picture.</param>
    public ScenePlan Plan(PictureOrder order, int width, int height)
    {
        PixelRect inside = new(Margin, Margin, Math.Max(1, Width - 2 * Margin), Math.Max(1, Height - Footer - 2 * Margin));
        SliderLayout sliders = SliderLayout.Below(inside, order.Sliders, TextScale);
        PixelRect whole = new(0, 0, Width, Height);
        if (order.Sliders > 0)
        {
            inside = inside with { Height = Math.Max(1, sliders.Area.Y - inside.Y - Margin) };
            whole = inside;
        }

        int count = order.Tiles.Count;
        int columns = Math.Max(1, order.Columns);
        int rows = Math.Max(1, (count + columns - 1) / columns);
        PictureSize size = new(width, height, Math.Max(2, 2 * TextScale));
        ScenePlan plan = order.Arrangement switch
        {
            Arrangement.Tiles when count > 0 => new ScenePlan(default, false, size.Fit(inside, columns, rows), count, false),
            Arrangement.Ring when count > 0 => Ring(size, inside, columns, count),
            Arrangement.Strip when count > 0 => Strip(size, inside, columns, rows, count),
            Arrangement.Side when count > 0 => Side(size, inside, columns, rows, count),
            Arrangement.Wiper when order.Other.Count > 0 => new ScenePlan(whole, true, default, 0, false) { Split = order.Split },
            Arrangement.Half => Pair(inside, size.Gap),
            Arrangement.Pair when order.Other.Count > 0 => Pair(inside, size.Gap),
            _ => new ScenePlan(whole, true, default, 0, false),
        };
        return plan with { Sliders = sliders };
    }

    private static ScenePlan Ring(in PictureSize size, PixelRect area, int columns, int count)
    {
        GridLayout places = size.Fit(area, columns, ScenePlan.RingRows);
        return new ScenePlan(places.Tile(ScenePlan.RingCentre), true, places, count, true);
    }

    private static ScenePlan Pair(PixelRect area, int gap)
    {
        int half = Math.Max(1, (area.Width - gap) / 2);
        return new ScenePlan(area with { Width = half }, true, default, 0, false) { Other = area with { X = area.Right - half, Width = half } };
    }

    // Two thirds of the height for the face.
    private static ScenePlan Strip(in PictureSize size, PixelRect area, int columns, int rows, int count)
    {
        int top = area.Height * 2 / 3;
        PixelRect below = area with { Y = area.Y + top + size.Gap, Height = Math.Max(1, area.Height - top - size.Gap) };
        return new ScenePlan(area with { Height = top }, true, size.Fit(below, columns, rows), count, false);
    }

    private static ScenePlan Side(in PictureSize size, PixelRect area, int columns, int rows, int count)
    {
        int left = area.Width / 2;
        PixelRect right = area with { X = area.X + left + size.Gap, Width = Math.Max(1, area.Width - left - size.Gap) };
        return new ScenePlan(area with { Width = left }, true, size.Fit(right, columns, rows), count, false);
    }

    private readonly record struct PictureSize(int Width, int Height, int Gap)
    {
        public GridLayout Fit(PixelRect area, int columns = 1, int rows = 1) =>
            GridLayout.Fit(Width, Height, area, PictureScaling.Smooth, columns, rows, Gap);
    }
}
