using System.Numerics.Tensors;
using LatentWalk.Viewer.Graphics;
using LatentWalk.Walking;

namespace LatentWalk.Viewer.Panels;

/// <summary>Where one is and how fast things go: a few lines at the top left.</summary>
internal static class HudPanel
{
    private const int MaxLines = 6;
    private const int LineChars = 48;
    private const int NameChars = 28;

    public static void Draw(in PanelFrame frame, in WalkState state, in HudFacts facts)
    {
        Span<char> text = stackalloc char[MaxLines * LineChars];
        Span<int> lengths = stackalloc int[MaxLines];
        int lines = Write(state, facts, text, lengths);
        int widest = 0;
        for (int line = 0; line < lines; line++)
        {
            widest = Math.Max(widest, frame.Measure(text.Slice(line * LineChars, lengths[line])));
        }

        int x = 2 * frame.Padding;
        int y = 2 * frame.Padding;
        frame.Ground(
            x - frame.Padding, y - frame.Padding, widest + 2 * frame.Padding, lines * frame.Line + 2 * frame.Padding - 2 * frame.Scale, Palette.Ground);
        for (int line = 0; line < lines; line++)
        {
            Rgba color = line == 0 ? Palette.Text : line == lines - 1 && state.AutoWalk ? Palette.Good : Palette.Quiet;
            frame.Text(x, y + line * frame.Line, color, text.Slice(line * LineChars, lengths[line]));
        }
    }

    /// <summary>The lines, each in its own stretch of <paramref name="text"/>.</summary>
    internal static int Write(in WalkState state, in HudFacts facts, Span<char> text, Span<int> lengths)
    {
        int line = 0;
        ReadOnlySpan<char> name = facts.Name.AsSpan(0, Math.Min(facts.Name.Length, NameChars));
        ReadOnlySpan<char> more = facts.Name.Length > NameChars ? "…" : "";
        lengths[line] = facts.Step is { } step
            ? Written(Part(text, line).TryWrite($"{name}{more}  step {step}", out int length), length)
            : Written(Part(text, line).TryWrite($"{name}{more}", out length), length);
        line++;

        double degrees = state.TravelledNow * (180 / Math.PI);
        lengths[line] = state.Home is not { } home
            ? Written(Part(text, line).TryWrite($"{degrees:F0}° travelled", out length), length)
            : state.ExactSeed is not null
                ? Written(Part(text, line).TryWrite($"seed {home}", out length), length)
                : Written(Part(text, line).TryWrite($"seed {home}  +{degrees:F0}°", out length), length);
        line++;

        lengths[line] = Written(Part(text, line).TryWrite($"truncation {state.Truncation:F2}", out length), length);
        line++;

        if (state.Classes.Length > 0)
        {
            int chosen = state.Classes.AsSpan().IndexOf(TensorPrimitives.Max(state.Classes.AsSpan()));
            ReadOnlySpan<char> called = state.Model.ClassName(chosen);
            called = called[..Math.Min(called.Length, NameChars)];
            lengths[line] = state.Classes[chosen] >= 0.995f
                ? Written(Part(text, line).TryWrite($"class {called}{(state.AnyClass ? "" : " only")}", out length), length)
                : Written(Part(text, line).TryWrite($"class {called} {state.Classes[chosen] * 100:F0} %", out length), length);
            line++;
        }

        lengths[line] = facts.RunSeconds is { } seconds
            ? Written(Part(text, line).TryWrite($"{seconds * 1000:F1} ms  {facts.FramesPerSecond:F0} fps  {facts.Provider}", out length), length)
            : Written(Part(text, line).TryWrite($"{facts.Provider}", out length), length);
        line++;

        if (state.AutoWalk)
        {
            lengths[line] = Written(Part(text, line).TryWrite($"walking by itself  {facts.StopKey} stops", out length), length);
            line++;
        }

        return line;
    }

    private static Span<char> Part(Span<char> text, int line) => text.Slice(line * LineChars, LineChars);

    // A line that does not fit is left out rather than shown torn.
    private static int Written(bool fits, int length) => fits ? length : 0;
}
