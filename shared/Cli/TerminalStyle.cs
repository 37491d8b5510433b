namespace LatentWalk.Cli;

/// <summary>What may be written to a terminal, from the environment alone.</summary>
/// <param name="Color">Colours and other escape sequences.</param>
/// <param name="Live">A line that is drawn over again.</param>
internal sealed record TerminalStyle(bool Color, bool Live)
{
    /// <summary>
    /// Piped: nothing. <c>NO_COLOR</c> counts when it is not empty (no-color.org); <c>TERM=dumb</c> has neither colours nor
    /// a line that can be drawn over; <c>CI</c> keeps its log plain.
    /// </summary>
    internal static TerminalStyle From(bool isRedirected, Func<string, string?> environment)
    {
        bool IsSet(string name) => !string.IsNullOrEmpty(environment(name));
        if (isRedirected || environment("TERM") == "dumb")
        {
            return new TerminalStyle(false, false);
        }

        return new TerminalStyle(!IsSet("NO_COLOR"), !IsSet("CI"));
    }
}
