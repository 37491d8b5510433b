using System.Collections.Frozen;
using LatentWalk.Walking;

namespace LatentWalk.Viewer.Input;

/// <summary>Which input does what: the usual inputs of each command, changed by what the user chose.</summary>
/// <typeparam name="T">A key or a button.</typeparam>
internal sealed class Bindings<T>
    where T : struct, Enum
{
    private readonly FrozenDictionary<T, Command> commands;
    private readonly FrozenDictionary<Command, T[]> inputs;

    /// <param name="usual">The inputs of each command as they come.</param>
    /// <param name="chosen">Those of the commands that have others; valid, see <see cref="Problems"/>.</param>
    public Bindings(IReadOnlyDictionary<Command, T[]> usual, IReadOnlyDictionary<Command, T[]> chosen)
    {
        // What the user gave to a command is taken from the command that usually has it.
        HashSet<T> taken = [.. chosen.SelectMany(pair => pair.Value)];
        inputs = Enum.GetValues<Command>().ToFrozenDictionary(
            command => command,
            command => chosen.TryGetValue(command, out T[]? own)
                ? own
                : [.. usual.GetValueOrDefault(command, []).Where(input => !taken.Contains(input))]);
        commands = inputs
            .SelectMany(pair => pair.Value, (pair, input) => KeyValuePair.Create(input, pair.Key))
            .ToFrozenDictionary();
    }

    public bool TryGet(T input, out Command command) => commands.TryGetValue(input, out command);

    /// <summary>Everything that does <paramref name="command"/>; empty where only the menu does.</summary>
    public IReadOnlyList<T> Of(Command command) => inputs[command];
}
