using LatentWalk.Viewer.Graphics;
using LatentWalk.Viewer.Panels;
using LatentWalk.Walking;

namespace LatentWalk.Viewer.App;

/// <summary>Where things lie in a frame, for drawing and for the mouse alike. Framebuffer pixels.</summary>
internal readonly record struct SceneLayout(int Width, int Height)
{
    private const int GridGap = 4;

    public PictureFilter Filter { get; init; }

    /// <summary>How large the user wants the text, 1 as it comes.</summary>
    public float TextSize { get; init; } = 1;

    /// <summary>Framebuffer pixels of one window unit: more than 1 on a dense display, where the same text needs more of them.</summary>
    public float Density { get; init; } = 1;

    /// <summary>Size of one pixel of the font: legible from a few steps away at any window size and density.</summary>
    public int TextScale => TextScaling.For(Width, Height, Density, TextSize);

    public GridLayout Face(int pictureWidth, int pictureHeight) => GridLayout.Fit(
        pictureWidth, pictureHeight, new PixelRect(0, 0, Width, Height),
        Filter == PictureFilter.Nearest ? PictureScaling.Pixels : PictureScaling.Smooth);

    /// <summary>The grid leaves a line below for its keys.</summary>
    public GridLayout Sheet(int pictureWidth, int pictureHeight)
    {
        int margin = 4 * TextScale;
        int footer = (PixelFont.LineHeight + 6) * TextScale;
        PixelRect area = new(margin, margin, Math.Max(1, Width - 2 * margin), Math.Max(1, Height - footer - 2 * margin));
        return GridLayout.Fit(pictureWidth, pictureHeight, area, PictureScaling.Smooth, Grid.Columns, Grid.Columns, GridGap);
    }
}
