using System.Text.Json.Serialization;

namespace LatentWalk.Exporter.Web.Document;

/// <summary>page.json: what the page must know to fly in the generator beside it. Written last, so that it never names what is not there.</summary>
internal sealed record PageDocument
{
    public const string FormatName = "latentwalk-page";
    public const int CurrentVersion = 1;

    [JsonRequired]
    public string Format { get; init; } = FormatName;

    [JsonRequired]
    public int Version { get; init; } = CurrentVersion;

    public required string Name { get; init; }

    /// <summary>What saved pictures say they were made with.</summary>
    public required string App { get; init; }

    public required PageModel Model { get; init; }

    public required PageLatent Latent { get; init; }

    public required PageImage Image { get; init; }

    public required IReadOnlyList<PageDirection> Directions { get; init; }

    public required PagePreview Preview { get; init; }

    public required PageRuntime Runtime { get; init; }
}
