using LatentWalk.Viewer.Input;
using LatentWalk.Walking;

namespace LatentWalk.Viewer.Panels;

/// <summary>Every key and what it does, from the key map itself.</summary>
internal static class HelpPanel
{
    private const string Title = "Keys";

    private static readonly int KeyColumns = KeyMap.Bindings.Max(binding => binding.Caption.Length) + 2;

    private static readonly int TextColumns =
        Math.Max(KeyMap.Bindings.Max(binding => binding.Text.Length), KeyMap.Others.Max(other => other.Text.Length));

    public static void Draw(in PanelFrame whole, in WalkState state)
    {
        if (state.Screen != Screen.Help)
        {
            return;
        }

        PanelFrame frame = Fitted(whole);
        int rows = KeyMap.Bindings.Count + KeyMap.Others.Count;
        int width = (KeyColumns + TextColumns) * frame.Advance + 4 * frame.Padding;
        int height = (rows + 3) * frame.Line + 2 * frame.Padding;
        int x = (frame.Width - width) / 2;
        int y = Math.Max(0, (frame.Height - height) / 2);
        frame.Ground(x, y, width, height, Palette.DeepGround);
        x += 2 * frame.Padding;
        y += 2 * frame.Padding;
        frame.Text(x, y, Palette.Text, Title);
        y += frame.Line + frame.Line / 2;
        foreach (KeyBinding binding in KeyMap.Bindings)
        {
            Row(frame, x, ref y, binding.Caption, binding.Text);
        }

        y += frame.Line / 2;
        foreach ((string caption, string text) in KeyMap.Others)
        {
            Row(frame, x, ref y, caption, text);
        }
    }

    private static void Row(in PanelFrame frame, int x, ref int y, string caption, string text)
    {
        frame.Text(x, y, Palette.Key, caption);
        frame.Text(x + KeyColumns * frame.Advance, y, Palette.Text, text);
        y += frame.Line;
    }

    // The largest text at which the whole list fits.
    private static PanelFrame Fitted(in PanelFrame frame)
    {
        int scale = frame.Scale;
        while (scale > 1 && !Fits(frame with { Scale = scale }))
        {
            scale--;
        }

        return frame with { Scale = scale };
    }

    private static bool Fits(in PanelFrame frame) =>
        (KeyColumns + TextColumns) * frame.Advance + 4 * frame.Padding <= frame.Width
        && (KeyMap.Bindings.Count + KeyMap.Others.Count + 3) * frame.Line + 2 * frame.Padding <= frame.Height;
}
