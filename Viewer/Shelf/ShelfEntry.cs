using System.Text.Json.Serialization;

namespace LatentWalk.Viewer.Shelf;

/// <summary>One face in <see cref="ShelfDocument"/>.</summary>
internal sealed record ShelfEntry
{
    /// <summary>Name of a PNG beside shelf.json.</summary>
    [JsonRequired]
    public string File { get; init; } = string.Empty;

    [JsonRequired]
    public string Name { get; init; } = string.Empty;

    [JsonRequired]
    public string Generator { get; init; } = string.Empty;

    public int? Bookmark { get; init; }
}
