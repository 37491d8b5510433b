using System.Text.Json;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Files;

namespace LatentWalk.Core.Networks;

/// <summary>The names of a generator's classes, in the order of the condition: a JSON array of strings, in checkpoints and generator files.</summary>
public static class ClassNames
{
    public static string Serialize(IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        return JsonSerializer.Serialize([.. names], NetworkJsonContext.Default.StringArray);
    }

    /// <param name="json">Null where a file says nothing.</param>
    /// <param name="classes">Length of the condition.</param>
    /// <param name="source">Where the text stands, for the message: a file and a key.</param>
    /// <returns>One name for each class; none where the file names none.</returns>
    /// <exception cref="BadModelException">Not a JSON array of as many strings as there are classes.</exception>
    public static IReadOnlyList<string> Parse(string? json, int classes, string source)
    {
        if (json is null)
        {
            return [];
        }

        string[]? names = StrictJson.TryParse(json, NetworkJsonContext.Default.StringArray, out string? problem);
        return names is null || names.Any(name => name is null)
            ? throw new BadModelException($"{source}: {problem ?? "a name is null"}; expected an array of the names of {classes} classes.")
            : names.Length != classes
                ? throw new BadModelException($"{source}: {names.Length} names, expected {classes}, one for each class.")
                : names;
    }
}
