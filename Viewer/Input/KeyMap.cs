using LatentWalk.Walking;
using Silk.NET.Input;

namespace LatentWalk.Viewer.Input;

/// <summary>Which key does what: what the window and the input scripts ask, and what menu and help show.</summary>
internal sealed class KeyMap
{
    private const string Section = "keys";

    private readonly Bindings<Key> bindings;
    private readonly Dictionary<Command, string> captions = [];
    private readonly Dictionary<Command, string> shortCaptions = [];

    /// <param name="chosen">Command name → key names, for commands whose keys are not the usual ones; as the settings have it.</param>
    public KeyMap(IReadOnlyDictionary<string, string[]> chosen)
    {
        bindings = new Bindings<Key>(KeyDefaults.Keys, BindingText.Read<Key>(chosen, KeyNames.TryKey, Section));
        foreach (Command command in Enum.GetValues<Command>())
        {
            captions[command] = string.Join(" / ", bindings.Of(command).Select(KeyNames.Caption).Distinct());
            shortCaptions[command] = bindings.Of(command) is { Count: > 0 } keys ? KeyNames.Caption(keys[0]) : "";
        }
    }

    public static KeyMap Default { get; } = new(new Dictionary<string, string[]>());

    public bool TryGet(Key key, out Command command) => bindings.TryGet(key, out command);

    public IReadOnlyList<Key> Of(Command command) => bindings.Of(command);

    /// <summary>"W / UP"; empty where no key does it.</summary>
    public string Caption(Command command) => captions[command];

    /// <summary>The first of its keys, for the lines of text that have room for one.</summary>
    public string ShortCaption(Command command) => shortCaptions[command];

    /// <summary>What is wrong with bindings of a settings file.</summary>
    public static IReadOnlyList<string> Problems(IReadOnlyDictionary<string, string[]> chosen)
    {
        List<string> problems = [];
        BindingText.Read<Key>(chosen, KeyNames.TryKey, Section, problems);

        // Without these nobody could get out, or put it right.
        KeyMap map = new(chosen);
        foreach (Command command in (Command[])[Command.Cancel, Command.Menu])
        {
            if (map.Of(command).Count == 0 && problems.Count == 0)
            {
                problems.Add($"{Section} leaves {command} without any key");
            }
        }

        return problems;
    }
}
