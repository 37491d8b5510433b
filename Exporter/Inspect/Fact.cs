using System.Text.Json.Nodes;

namespace LatentWalk.Exporter.Inspect;

/// <summary>One thing known about a file.</summary>
/// <param name="Key">In --json.</param>
/// <param name="Label">For people.</param>
/// <param name="Value">For --json.</param>
/// <param name="Text">For people; null for the value itself.</param>
internal sealed record Fact(string Key, string Label, JsonNode? Value, string? Text = null);
