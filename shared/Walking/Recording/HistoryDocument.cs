using System.Text.Json.Serialization;

namespace LatentWalk.Walking.Recording;

/// <summary>One entry of a <see cref="History"/>; places and classes by their numbers in the file's lists.</summary>
internal sealed record HistoryDocument
{
    [JsonRequired]
    public int Place { get; init; }

    [JsonRequired]
    public float Truncation { get; init; }

    [JsonRequired]
    public int Classes { get; init; }

    public ulong? Home { get; init; }

    public double Travelled { get; init; }

    /// <summary>Newest first.</summary>
    public static HistoryDocument[] Of(History? history, WalkTables tables)
    {
        List<HistoryDocument> entries = [];
        for (History? entry = history; entry is not null; entry = entry.Earlier)
        {
            entries.Add(new HistoryDocument
            {
                Place = tables.Number(entry.Place),
                Truncation = entry.Truncation,
                Classes = tables.Number(entry.Classes),
                Home = entry.Home,
                Travelled = entry.Travelled,
            });
        }

        return [.. entries];
    }

    public static History? ToHistory(HistoryDocument[] entries, WalkChecks checks, WalkTables tables, string where)
    {
        checks.Between(entries.Length, 0, WalkSnapshot.MostHistory, $"the length of {where}");
        History? history = null;
        for (int i = entries.Length - 1; i >= 0; i--)
        {
            HistoryDocument entry = entries[i];
            history = new History(
                tables.Place(entry.Place, checks, $"{where}[{i}].place"),
                checks.Within(entry.Truncation, WalkChecks.LargestTruncation, $"{where}[{i}].truncation"),
                tables.Classes(entry.Classes, checks, $"{where}[{i}].classes"),
                entry.Home,
                checks.Within(entry.Travelled, WalkChecks.LargestAmount, $"{where}[{i}].travelled"),
                history);
        }

        return history;
    }
}
