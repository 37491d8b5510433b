namespace LatentWalk.Viewer.Panels;

/// <summary>One generator that the title screen offers.</summary>
/// <param name="Path">What is opened.</param>
/// <param name="Name">As its folder or file calls it.</param>
/// <param name="Line">What it is, in a few words.</param>
internal sealed record TitleModel(string Path, string Name, string Line)
{
    /// <summary>[height, width, 4]: one of its faces, where one lies beside it; null for none.</summary>
    public byte[]? Picture { get; init; }

    public int PictureWidth { get; init; }

    public int PictureHeight { get; init; }
}
