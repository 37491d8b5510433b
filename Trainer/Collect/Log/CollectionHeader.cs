using System.Text.Json.Serialization;

namespace LatentWalk.Trainer.Collect.Log;

/// <summary>The first line of <c>sources.jsonl</c>: what is collected. A run that goes on must ask for the same.</summary>
internal sealed record CollectionHeader
{
    public const int CurrentVersion = 1;

    [JsonRequired]
    public int Version { get; init; } = CurrentVersion;

    [JsonRequired]
    public required IReadOnlyList<string> Start { get; init; }

    [JsonRequired]
    public required IReadOnlyList<string> Links { get; init; }

    [JsonRequired]
    public required IReadOnlyList<string> PicturePages { get; init; }

    /// <summary>Groups, of each of which one word must be there.</summary>
    [JsonRequired]
    public required IReadOnlyList<IReadOnlyList<string>> Must { get; init; }

    [JsonRequired]
    public required IReadOnlyList<string> MustNot { get; init; }

    [JsonRequired]
    public required string Text { get; init; }

    [JsonRequired]
    public required string Pictures { get; init; }

    [JsonRequired]
    public required int Depth { get; init; }

    [JsonRequired]
    public required IReadOnlyList<string> Hosts { get; init; }

    public static CollectionHeader Of(CollectOptions options) => new()
    {
        Start = [.. options.Start.Select(start => start.AbsoluteUri)],
        Links = [.. options.Links.Select(pattern => pattern.Text)],
        PicturePages = [.. options.PicturePages.Select(pattern => pattern.Text)],
        Must = [.. options.Words.Must.Select(group => (IReadOnlyList<string>)[.. group])],
        MustNot = [.. options.Words.MustNot],
        Text = options.Text,
        Pictures = options.Pictures,
        Depth = options.Depth,
        Hosts = [.. options.Hosts],
    };

    /// <returns>The first option by which the two differ, with both values; null when they are alike.</returns>
    public string? Difference(CollectionHeader now)
    {
        (string Option, string Before, string Now)[] all =
        [
            ("start pages", string.Join(' ', Start), string.Join(' ', now.Start)),
            ("--links", string.Join(' ', Links), string.Join(' ', now.Links)),
            ("--picture-pages", string.Join(' ', PicturePages), string.Join(' ', now.PicturePages)),
            ("--must", Groups(Must), Groups(now.Must)),
            ("--must-not", string.Join(',', MustNot), string.Join(',', now.MustNot)),
            ("--text", Text, now.Text),
            ("--pictures", Pictures, now.Pictures),
            ("--depth", $"{Depth}", $"{now.Depth}"),
            ("--host", string.Join(' ', Hosts), string.Join(' ', now.Hosts)),
        ];
        return all.Where(each => each.Before != each.Now).Select(each => $"with {each.Option} {Shown(each.Before)}, and this command says {Shown(each.Now)}").FirstOrDefault();
    }

    private static string Groups(IReadOnlyList<IReadOnlyList<string>> groups) => string.Join(" and ", groups.Select(group => string.Join(',', group)));

    private static string Shown(string value) => value.Length == 0 ? "left out" : $"'{value}'";
}
