using System.Text.Json;

namespace LatentWalk.Trainer.Runs.TensorBoard;

/// <summary>A line of the log as scalars: every number in it, so that a value which joins the log is drawn as well.</summary>
internal static class LogScalars
{
    /// <summary>Numbers of the line itself are called <c>training/…</c>, those of an object in it by the object's name.</summary>
    public static IReadOnlyList<(string Tag, double Value)> Of(string line)
    {
        using var json = JsonDocument.Parse(line);
        var scalars = new List<(string, double)>();
        foreach (var property in json.RootElement.EnumerateObject().Where(property => property.Name != "step"))
        {
            Add(scalars, property.Value.ValueKind == JsonValueKind.Object ? property.Name : "training/" + property.Name, property.Value);
        }

        return scalars;
    }

    private static void Add(List<(string, double)> scalars, string tag, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Number)
        {
            scalars.Add((tag, value.GetDouble()));
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in value.EnumerateObject())
            {
                Add(scalars, $"{tag}/{property.Name}", property.Value);
            }
        }
    }
}
