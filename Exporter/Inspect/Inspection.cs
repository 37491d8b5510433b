using System.Text.Json;
using System.Text.Json.Nodes;

namespace LatentWalk.Exporter.Inspect;

/// <summary>What a file or folder is, and what is known about it.</summary>
/// <param name="Kind">"run", "checkpoint", "generator", "picture" or "set".</param>
/// <param name="Facts">In the order shown; those without a value are left out.</param>
internal sealed record Inspection(string Kind, IReadOnlyList<Fact> Facts)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public string ToJson()
    {
        var json = new JsonObject { ["kind"] = Kind };
        foreach (var fact in Known)
        {
            json[fact.Key] = fact.Value!.DeepClone();
        }

        return json.ToJsonString(Indented);
    }

    /// <summary>One line a fact; long values are not wrapped, so that a path or a hash can be copied.</summary>
    public string ToText()
    {
        var lines = Known.Select(fact => (fact.Label, Text: fact.Text ?? fact.Value!.ToString())).Prepend(("kind", Kind)).ToArray();
        int width = lines.Max(line => line.Item1.Length);
        return string.Join(Environment.NewLine, lines.Select(line => $"{line.Item1.PadRight(width)}  {line.Item2}"));
    }

    private IEnumerable<Fact> Known => Facts.Where(fact => fact.Value is not null);
}
