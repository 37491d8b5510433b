using LatentWalk.Viewer.Graphics;

namespace LatentWalk.Viewer.Panels;

/// <summary>The few colours of the text over the picture: legible on any face because each lies on its own dark ground.</summary>
internal static class Palette
{
    public static readonly Rgba Ground = new(12, 14, 20, 190);
    public static readonly Rgba DeepGround = new(12, 14, 20, 235);
    public static readonly Rgba ListGround = new(12, 14, 20, 222);
    public static readonly Rgba Chosen = new(58, 66, 92, 235);
    public static readonly Rgba Line = new(74, 82, 104);
    public static readonly Rgba Text = new(236, 238, 242);
    public static readonly Rgba Quiet = new(160, 168, 182);
    public static readonly Rgba Key = new(255, 214, 120);
    public static readonly Rgba Good = new(140, 230, 160);
    public static readonly Rgba Bad = new(255, 120, 110);
    public static readonly Rgba Cursor = new(255, 214, 120);
}
