using System.Text.Json;
using System.Text.Json.Nodes;
using Spectre.Console;

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

    public Table ToTable()
    {
        var table = new Table { Border = TableBorder.None, ShowHeaders = false };
        table.AddColumns("", "");
        table.AddRow("kind", Kind);
        foreach (var fact in Known)
        {
            table.AddRow(Markup.Escape(fact.Label), Markup.Escape(fact.Text ?? fact.Value!.ToString()));
        }

        return table;
    }

    private IEnumerable<Fact> Known => Facts.Where(fact => fact.Value is not null);
}
