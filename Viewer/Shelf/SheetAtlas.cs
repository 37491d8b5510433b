namespace LatentWalk.Viewer.Shelf;

/// <summary>The JSON beside a sprite sheet, in the form that game engines read: frames by name.</summary>
internal sealed record SheetAtlas
{
    public required Dictionary<string, SheetFrame> Frames { get; init; }

    public required SheetMeta Meta { get; init; }
}
