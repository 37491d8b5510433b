using System.Text.Json;

namespace LatentWalk.Trainer.Painting;

/// <summary>A trait that the labels tell.</summary>
/// <param name="Names">Of its values, in the order of their numbers.</param>
internal sealed record PaintedAttribute(string Key, IReadOnlyList<string> Names)
{
    internal static PaintedAttribute Of<T>(string key)
        where T : struct, Enum => new(key, [.. Enum.GetNames<T>().Select(JsonNamingPolicy.KebabCaseLower.ConvertName)]);
}
