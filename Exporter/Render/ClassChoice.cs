using System.Globalization;
using LatentWalk.Core.Errors;

namespace LatentWalk.Exporter.Render;

/// <summary>What --class means for one generator.</summary>
internal sealed record ClassChoice(string Generator, int Classes, IReadOnlyList<string> Names)
{
    private const string All = "all";
    private const int MostListed = 24;

    /// <param name="text">A name, a number, weights ("blond=0.7,red=0.3" or one number for each class), "all", or null for the first class.</param>
    /// <returns>The weights of every class that is asked for, each [classes]; one empty array for a generator without classes.</returns>
    /// <exception cref="UsageException">There is no such class; says which there are.</exception>
    public IReadOnlyList<float[]> Parse(string? text)
    {
        if (Classes == 0)
        {
            return text is null ? [[]] : throw new UsageException($"--class is '{text}', but {Generator} knows no classes; leave it out.");
        }

        if (text is null)
        {
            return [Only(0)];
        }

        if (Find(text) is int one)
        {
            return [Only(one)];
        }

        if (text == All)
        {
            return [.. Enumerable.Range(0, Classes).Select(Only)];
        }

        string[] parts = text.Split(',', StringSplitOptions.TrimEntries);
        return [parts.Length == Classes && parts.All(part => Weight(part) is not null) ? [.. parts.Select(part => Weight(part)!.Value)] : ByName(text, parts)];
    }

    private static float? Weight(string text) =>
        float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out float weight) && float.IsFinite(weight) ? weight : null;

    private float[] Only(int index)
    {
        float[] weights = new float[Classes];
        weights[index] = 1;
        return weights;
    }

    private float[] ByName(string text, string[] parts)
    {
        float[] weights = new float[Classes];
        foreach (string part in parts)
        {
            int sign = part.LastIndexOf('=');
            int index = (sign > 0 ? Find(part[..sign].Trim()) : null) ?? throw Unknown(text);
            weights[index] = Weight(part[(sign + 1)..]) ?? throw new UsageException($"--class: '{part[(sign + 1)..]}' is not a weight; expected a number, as in {Example()}.");
        }

        return weights;
    }

    private int? Find(string name)
    {
        for (int i = 0; i < Names.Count; i++)
        {
            if (string.Equals(Names[i], name, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < Classes ? index : null;
    }

    private UsageException Unknown(string text)
    {
        string listed = Names.Count == 0 ? string.Empty : $", called {string.Join(", ", Names.Take(MostListed))}{(Names.Count > MostListed ? ", …" : string.Empty)}";
        return new UsageException($"--class: there is no class '{text}'; {Generator} has classes 0 to {Classes - 1}{listed}. Give one of them, weights as in {Example()}, or all.");
    }

    private string Example() => Names.Count > 1 ? $"{Names[0]}=0.5,{Names[1]}=0.5" : "0=0.5,1=0.5";
}
