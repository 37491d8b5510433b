using LatentWalk.Viewer.Graphics;
using LatentWalk.Viewer.Panels;

namespace LatentWalk.Viewer.App;

/// <summary>What the title screen offers to walk in.</summary>
/// <param name="Models">Newest first.</param>
internal sealed record TitleList(IReadOnlyList<TitleModel> Models)
{
    public static TitleList Empty { get; } = new([]);

    public int Count => Models.Count;

    /// <summary>The line under a framebuffer pixel, or -1.</summary>
    public int LineAt(in SceneLayout layout, int x, int y, int chosen) =>
        new TitleLayout(layout.Width, layout.Height, layout.TextScale, Count, chosen).LineAt(x, y);
}
