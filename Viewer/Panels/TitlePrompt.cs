using LatentWalk.Viewer.Input;
using LatentWalk.Walking;

namespace LatentWalk.Viewer.Panels;

/// <summary>The two lines at the foot of the title: what to press, with the keys as they are bound.</summary>
internal readonly record struct TitlePrompt(string Play, string Others)
{
    /// <param name="models">How many there are to choose from.</param>
    public static TitlePrompt Of(KeyMap keys, ButtonMap buttons, int models) => new(
        $"press {keys.ShortCaption(Command.Random)}, click or gamepad {buttons.Caption(Command.Random)} to fly" + (models > 1 ? "  ↑↓ another" : ""),
        $"{keys.ShortCaption(Command.Help)} help  {keys.ShortCaption(Command.Settings)} settings  {keys.ShortCaption(Command.FullScreen)} full screen  {keys.ShortCaption(Command.Cancel)} quit");
}
