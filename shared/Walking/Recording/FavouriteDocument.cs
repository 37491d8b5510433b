using System.Text.Json.Serialization;

namespace LatentWalk.Walking.Recording;

/// <summary>The JSON form of a <see cref="Favourite"/>; place and classes by their numbers in the file's lists.</summary>
internal sealed record FavouriteDocument
{
    /// <summary>Of one list.</summary>
    public const int Most = 4096;

    private const int LastBookmark = 9;

    [JsonRequired]
    public int Place { get; init; }

    [JsonRequired]
    public float Truncation { get; init; }

    [JsonRequired]
    public int Classes { get; init; }

    [JsonRequired]
    public string Name { get; init; } = string.Empty;

    public int? Bookmark { get; init; }

    public static FavouriteDocument[] Of(IEnumerable<Favourite> favourites, WalkTables tables) =>
    [
        .. favourites.Select(item => new FavouriteDocument
        {
            Place = tables.Number(item.Place),
            Truncation = item.Truncation,
            Classes = tables.Number(item.Classes),
            Name = item.Name,
            Bookmark = item.Bookmark,
        }),
    ];

    public static Favourite[] ToFavourites(FavouriteDocument[] items, WalkChecks checks, WalkTables tables, string where)
    {
        checks.Between(items.Length, 0, Most, $"the length of {where}");
        return [.. items.Select((item, i) => item.ToFavourite(checks, tables, $"{where}[{i}]"))];
    }

    private Favourite ToFavourite(WalkChecks checks, WalkTables tables, string where) => new(
        tables.Place(Place, checks, $"{where}.place"),
        checks.Within(Truncation, WalkChecks.LargestTruncation, $"{where}.truncation"),
        tables.Classes(Classes, checks, $"{where}.classes"),
        checks.Text(Name, $"{where}.name"),
        Bookmark is { } number ? checks.Between(number, 1, LastBookmark, $"{where}.bookmark") : null);
}
