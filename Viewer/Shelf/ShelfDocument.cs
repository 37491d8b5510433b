using System.Text.Json.Serialization;

namespace LatentWalk.Viewer.Shelf;

/// <summary>shelf.json: the order, the names and the bookmarks. The pictures themselves are the truth; this can be made anew from them.</summary>
internal sealed record ShelfDocument
{
    public const int CurrentVersion = 1;

    [JsonRequired]
    public int Version { get; init; }

    [JsonRequired]
    public ShelfEntry[] Items { get; init; } = [];
}
