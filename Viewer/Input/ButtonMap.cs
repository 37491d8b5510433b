using LatentWalk.Walking;
using Silk.NET.Input;

namespace LatentWalk.Viewer.Input;

/// <summary>Which gamepad button does what.</summary>
internal sealed class ButtonMap
{
    private const string Section = "buttons";

    private readonly Bindings<ButtonName> bindings;

    /// <param name="chosen">Command name → button names, for commands whose buttons are not the usual ones.</param>
    public ButtonMap(IReadOnlyDictionary<string, string[]> chosen) =>
        bindings = new Bindings<ButtonName>(KeyDefaults.Buttons, BindingText.Read<ButtonName>(chosen, KeyNames.TryButton, Section));

    public static ButtonMap Default { get; } = new(new Dictionary<string, string[]>());

    public bool TryGet(ButtonName button, out Command command) => bindings.TryGet(button, out command);

    public IReadOnlyList<ButtonName> Of(Command command) => bindings.Of(command);

    public string Caption(Command command) => string.Join(" / ", bindings.Of(command).Select(KeyNames.Caption));

    /// <summary>What is wrong with bindings of a settings file.</summary>
    public static IReadOnlyList<string> Problems(IReadOnlyDictionary<string, string[]> chosen)
    {
        List<string> problems = [];
        BindingText.Read<ButtonName>(chosen, KeyNames.TryButton, Section, problems);
        if (problems.Count == 0 && new ButtonMap(chosen).Of(Command.Menu).Count == 0)
        {
            problems.Add($"{Section} leaves {Command.Menu} without any button");
        }

        return problems;
    }
}
