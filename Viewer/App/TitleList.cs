using LatentWalk.Viewer.Graphics;
using LatentWalk.Viewer.Panels;

namespace LatentWalk.Viewer.App;

/// <summary>What the title screen offers to walk in.</summary>
/// <param name="Models">Newest first.</param>
internal sealed record TitleList(IReadOnlyList<TitleModel> Models)
{
    public static TitleList Empty { get; } = new([]);

    public int Count => Models.Count;

    /// <summary>The line that opens <paramref name="path"/>, or -1.</summary>
    public int IndexOf(string? path)
    {
        for (int line = 0; line < Count && path is not null; line++)
        {
            if (Path.GetFullPath(Models[line].Path) == Path.GetFullPath(path))
            {
                return line;
            }
        }

        return -1;
    }

    /// <summary>The line under a framebuffer pixel, or -1.</summary>
    public int LineAt(in SceneLayout layout, int x, int y, int chosen) =>
        new TitleLayout(layout.Width, layout.Height, layout.TextScale, Count, chosen).LineAt(x, y);
}
