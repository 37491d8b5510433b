using Spectre.Console;

namespace LatentWalk.Cli;

/// <summary>
/// What the programs tell a person, on standard error; data alone goes to standard output. No escape sequences when
/// piped or when NO_COLOR asks for none.
/// </summary>
public static class Talk
{
    private static readonly TerminalStyle Style = TerminalStyle.From(Console.IsErrorRedirected, Environment.GetEnvironmentVariable);

    /// <summary>The Spectre console on standard error, for tables and the like.</summary>
    public static IAnsiConsole StandardError { get; } = Create(Console.Error, Style);

    public static void Info(string message) => Line(null, message);

    public static void Warn(string message) => Line("warning", message);

    public static void Error(string message) => Line("error", message);

    /// <summary>A progress line with the time left: live on a terminal, a plain line now and then when piped.</summary>
    /// <param name="total">Units of work in all.</param>
    /// <param name="start">Units already done, as when a run is resumed: they say nothing about the speed.</param>
    public static ProgressLine Progress(string title, long total, long start = 0) =>
        new(Console.Error, Style, title, total, start, TimeProvider.System);

    internal static IAnsiConsole Create(TextWriter writer, TerminalStyle style) => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Ansi = style.Color ? AnsiSupport.Detect : AnsiSupport.No,
        ColorSystem = style.Color ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        Interactive = InteractionSupport.No,
        Out = new AnsiConsoleOutput(writer),
    });

    private static void Line(string? kind, string message)
    {
        lock (ProgressLine.Gate)
        {
            ProgressLine.ClearLive();
            if (kind is not null && Style.Color)
            {
                StandardError.Markup(kind == "error" ? "[red]error:[/] " : "[yellow]warning:[/] ");
            }
            else if (kind is not null)
            {
                Console.Error.Write(kind + ": ");
            }

            // Written as it is: wrapping by Spectre would cut paths in two.
            Console.Error.WriteLine(message);
        }
    }
}
