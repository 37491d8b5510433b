using System.Text;
using LatentWalk.Walking;

namespace LatentWalk.Viewer.Input;

/// <summary>
/// The tutorial lines of the modes name keys as they come; here they get the names of the keys as they are bound. Remembers the
/// last line, so that a line that stays costs nothing a frame.
/// </summary>
/// <param name="keys">As they are bound.</param>
internal sealed class HintKeys(KeyMap keys)
{
    /// <summary>The four keys that fly, as one word.</summary>
    private const string Ways = "WASD";

    private static readonly Dictionary<string, Command> Usual = Names();

    private string? last;
    private string translated = "";

    public string Of(string line)
    {
        if (!ReferenceEquals(line, last))
        {
            last = line;
            translated = ReferenceEquals(keys, KeyMap.Default) ? line : Translate(line);
        }

        return translated;
    }

    private string Translate(string line)
    {
        StringBuilder text = new();
        foreach (string word in line.Split(' '))
        {
            string bare = word.Length > 1 ? word.TrimEnd(',') : word;
            text.Append(text.Length > 0 || word.Length == 0 ? " " : "").Append(Word(bare)).Append(word.AsSpan(bare.Length));
        }

        return text.ToString();
    }

    private string Word(string word)
    {
        if (word == Ways)
        {
            string[] four = [.. ((Command[])[Command.Forward, Command.Left, Command.Backward, Command.Right]).Select(keys.ShortCaption)];
            return string.Join(four.All(key => key.Length == 1) ? "" : "/", four);
        }

        // A command that lost its keys is still in the menu.
        return Usual.TryGetValue(word, out Command command)
            ? keys.ShortCaption(command) is { Length: > 0 } caption ? caption : "(menu)"
            : word;
    }

    private static Dictionary<string, Command> Names()
    {
        Dictionary<string, Command> names = new(StringComparer.Ordinal);
        foreach (Command command in Enum.GetValues<Command>())
        {
            names.TryAdd(KeyMap.Default.ShortCaption(command), command);
        }

        return names;
    }
}
