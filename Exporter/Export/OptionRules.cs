using System.CommandLine;
using LatentWalk.Core.Errors;

namespace LatentWalk.Exporter.Export;

/// <summary>An option that can have no effect where it stands is a mistake, and is told of.</summary>
internal static class OptionRules
{
    /// <exception cref="UsageException">One of the options is given and the one that it belongs to is not.</exception>
    public static void RequireMaster(ParseResult parsed, Option master, IEnumerable<Option> options)
    {
        if (!IsGiven(parsed, master) && options.FirstOrDefault(option => IsGiven(parsed, option)) is { } stray)
        {
            throw new UsageException($"{stray.Name} belongs to {master.Name} {master.HelpName}; give that as well, or leave {stray.Name} out.");
        }
    }

    /// <param name="parsed">The command line.</param>
    /// <param name="source">What is exported.</param>
    /// <param name="making">Options that decide how a generator file is made.</param>
    /// <exception cref="UsageException">The source is such a file already.</exception>
    public static void RequireCheckpoint(ParseResult parsed, string source, IEnumerable<Option> making)
    {
        if (ExportedModel.IsGenerator(source) && making.FirstOrDefault(option => IsGiven(parsed, option)) is { } stray)
        {
            throw new UsageException($"'{source}' is a generator file already, and {stray.Name} decides how one is made of a run or checkpoint; export from that, or leave {stray.Name} out.");
        }
    }

    private static bool IsGiven(ParseResult parsed, Option option) => parsed.GetResult(option) is { Implicit: false };
}
