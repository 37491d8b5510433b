using System.Text.Json.Nodes;
using LatentWalk.Filming;

namespace LatentWalk.Exporter.Render;

/// <summary>What a request became.</summary>
/// <param name="Seconds">From the first latent to everything on the disk; opening the generator is not in it.</param>
internal sealed record RenderResult(IReadOnlyList<string> Files, string What, FilmCount Count, int Width, int Height, double Seconds, string Model, string Provider)
{
    /// <summary>For scripts.</summary>
    public string ToJson() => new JsonObject
    {
        ["what"] = What,
        ["pictures"] = Count.Made + Count.Found,
        ["made"] = Count.Made,
        ["found"] = Count.Found,
        ["width"] = Width,
        ["height"] = Height,
        ["seconds"] = Math.Round(Seconds, 4),
        ["imagesPerSecond"] = Seconds > 0 ? Math.Round(Count.Made / Seconds, 1) : 0,
        ["provider"] = Provider,
        ["model"] = Model,
        ["files"] = new JsonArray([.. Files.Select(file => JsonValue.Create(file))]),
    }.ToJsonString();
}
