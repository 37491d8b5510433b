using LatentWalk.Viewer.Graphics;
using LatentWalk.Walking;

namespace LatentWalk.Viewer.App;

/// <summary>Where things lie in a frame, for drawing and for the mouse alike. Framebuffer pixels.</summary>
internal readonly record struct SceneLayout(int Width, int Height)
{
    private const int GridGap = 4;

    /// <summary>Size of one pixel of the font: legible from a few steps away at any window size.</summary>
    public int TextScale => Math.Max(1, (int)Math.Round(Math.Min(Width, Height) / 360.0));

    public GridLayout Face(int pictureWidth, int pictureHeight) =>
        GridLayout.Fit(pictureWidth, pictureHeight, new PixelRect(0, 0, Width, Height), PictureScaling.Smooth);

    /// <summary>The grid leaves a line below for its keys.</summary>
    public GridLayout Sheet(int pictureWidth, int pictureHeight)
    {
        int margin = 4 * TextScale;
        int footer = (PixelFont.LineHeight + 6) * TextScale;
        PixelRect area = new(margin, margin, Math.Max(1, Width - 2 * margin), Math.Max(1, Height - footer - 2 * margin));
        return GridLayout.Fit(pictureWidth, pictureHeight, area, PictureScaling.Smooth, Grid.Columns, Grid.Columns, GridGap);
    }
}
