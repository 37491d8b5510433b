using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using LatentWalk.Core.Errors;

namespace LatentWalk.Cli;

/// <summary>Runs a program's verbs; the one place where exceptions become a line on standard error and an exit code.</summary>
public static class CommandLineHost
{
    /// <returns>The exit code of the process.</returns>
    public static int Run(RootCommand root, string[] args)
    {
        ArgumentNullException.ThrowIfNull(root);
        ArgumentNullException.ThrowIfNull(args);
        ParseResult parsed = root.Parse(args);
        string? stray = StrayOption(parsed);
        if (parsed.Action is ParseErrorAction || stray is not null)
        {
            return Usage(parsed, stray);
        }

        try
        {
            // A save can take longer than two seconds, so no limit after Ctrl-C; ShutdownSignal has the second Ctrl-C.
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (LatentWalkException error)
        {
            Talk.Error(error.Message);
            return (int)error.ExitCode;
        }
        catch (OperationCanceledException)
        {
            Talk.Error("stopped before the work was done.");
            return (int)ExitCode.Interrupted;
        }
        catch (OutOfMemoryException)
        {
            Talk.Error("there is not enough memory. Use a smaller --batch or picture size, or close other programs.");
            return (int)ExitCode.Device;
        }
#pragma warning disable CA1031 // The program's outermost edge: whatever is left is a bug and is shown whole.
        catch (Exception error)
#pragma warning restore CA1031
        {
            Talk.Error($"this is a bug in Latent Walk, please report it with what follows.{Environment.NewLine}{error}");
            return (int)ExitCode.Bug;
        }
    }

    // A mistyped option is otherwise taken for the verb's file: 'lw view --sead 3' would look for a file '--sead'.
    private static string? StrayOption(ParseResult parsed) => parsed.Tokens.Any(token => token.Type == TokenType.DoubleDash)
        ? null
        : parsed.CommandResult.Children.OfType<ArgumentResult>()
            .SelectMany(argument => argument.Tokens)
            .Select(token => token.Value)
            .FirstOrDefault(value => value.StartsWith("--", StringComparison.Ordinal));

    private static int Usage(ParseResult parsed, string? stray)
    {
        Command command = parsed.CommandResult.Command;
        string? unknown = stray ?? (parsed.UnmatchedTokens.Count > 0 ? parsed.UnmatchedTokens[0] : null);
        string message = unknown is not null ? $"'{unknown}' is not a command, an option or a value that fits here"
            : parsed.Errors.Count > 0 ? parsed.Errors[0].Message : "the command line is not complete";
        string suggestion = unknown is not null && Suggestion.For(unknown, command) is { } close ? $" Did you mean '{close}'?" : string.Empty;
        Talk.Error(message.TrimEnd('.') + "." + suggestion);
        Talk.Info($"Try '{Line(command)} --help'.");
        return (int)ExitCode.Usage;
    }

    // The user typed 'lw VERB', whatever program the launcher started for it.
    private static string Line(Command command)
    {
        var names = new Stack<string>();
        for (Command? level = command; level is not null and not RootCommand; level = level.Parents.OfType<Command>().FirstOrDefault())
        {
            names.Push(level.Name);
        }

        return string.Join(' ', names.Prepend("lw"));
    }
}
