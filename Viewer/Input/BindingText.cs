using LatentWalk.Walking;

namespace LatentWalk.Viewer.Input;

/// <summary>Bindings as the settings file spells them: command name → input names.</summary>
internal static class BindingText
{
    internal delegate bool Reader<T>(string name, out T input);

    /// <param name="kind">"keys" or "buttons": the name of the file's section.</param>
    /// <param name="problems">What is wrong with the text, if anything; what is not wrong is in the result.</param>
    public static Dictionary<Command, T[]> Read<T>(
        IReadOnlyDictionary<string, string[]> text, Reader<T> reader, string kind, List<string>? problems = null)
        where T : struct, Enum
    {
        Dictionary<Command, T[]> bindings = [];
        Dictionary<T, string> owners = [];
        foreach ((string name, string[] inputs) in text)
        {
            if (!Enum.TryParse(name, out Command command) || !Enum.IsDefined(command) || command.ToString() != name)
            {
                problems?.Add($"{kind} names a command '{name}' that does not exist");
                continue;
            }

            List<T> read = [];
            foreach (string input in inputs)
            {
                if (!reader(input, out T found))
                {
                    problems?.Add($"{kind}.{name} names '{input}', which is none of the {kind}");
                }
                else if (!owners.TryAdd(found, name))
                {
                    problems?.Add($"'{input}' is given to both {owners[found]} and {name} in {kind}");
                }
                else
                {
                    read.Add(found);
                }
            }

            bindings[command] = [.. read];
        }

        return bindings;
    }
}
