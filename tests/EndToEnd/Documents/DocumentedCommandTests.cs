using System.Diagnostics;
using System.Text.RegularExpressions;
using Xunit.Abstractions;

namespace LatentWalk.EndToEnd.Tests.Documents;

/// <summary>What the documents tell a reader to type works: run here with small numbers, or checked and listed in <see cref="NotRun"/> with the reason.</summary>
public sealed partial class DocumentedCommandTests(Sandbox sandbox, ITestOutputHelper output) : IClassFixture<Sandbox>
{
    public static TheoryData<string> Documents => [.. DocumentedCommand.Documents.Where(document => DocumentedCommand.Of(document).Any())];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_command_of_the_document_runs(string document)
    {
        SmallForm small = new(sandbox, document);
        List<string> wrong = [];
        foreach (DocumentedCommand command in DocumentedCommand.Of(document).Distinct().Where(command => NotRun.Of(command) is null))
        {
            if (!command.Line.StartsWith("./lw ", StringComparison.Ordinal))
            {
                wrong.Add($"{command}\n    is neither a command of ./lw nor listed in NotRun with a reason (a block that is not to be typed: say what it is, as in ```text)");
            }
            else
            {
                Stopwatch clock = Stopwatch.StartNew();
                ProgramRun run = small.Run(command);
                output.WriteLine($"{clock.Elapsed.TotalSeconds:F1} s  {command.Line}");
                if (run.ExitCode != 0)
                {
                    wrong.Add($"{command}\n    exit code {run.ExitCode}: {run.Errors.Trim()}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    [Fact]
    public void What_is_not_run_has_a_reason_that_still_holds()
    {
        DocumentedCommand[] commands = [.. DocumentedCommand.All];

        Assert.All(NotRun.All, entry =>
        {
            Assert.True(commands.Any(command => NotRun.Of(command) == entry), $"no document has a command like '{entry.Pattern}' any more");
            Assert.True(Path.Exists(Path.Combine(Checkout.Root, entry.Proof)), $"'{entry.Proof}' is not there any more");
        });
    }

    [Fact]
    public void Races_and_long_tests_in_the_documents_exist()
    {
        List<string> wrong = [];
        string races = ProgramSources("tests/Benchmarks");
        foreach (DocumentedCommand command in DocumentedCommand.All)
        {
            if (Race().Match(command.Line) is { Success: true } race
                && !races.Contains($"new Command(\"{race.Groups[1].Value}\"", StringComparison.Ordinal))
            {
                wrong.Add($"{command}: no race '{race.Groups[1].Value}'");
            }

            if (LongTest().Match(command.Line) is { Success: true } test)
            {
                string sources = ProgramSources(test.Groups["project"].Value);
                wrong.AddRange(test.Groups["name"].Captures.Select(name => name.Value).Where(name => !sources.Contains(name, StringComparison.Ordinal)).Select(name => $"{command}: no test reads {name}"));
                if (!sources.Contains($"class {test.Groups["class"].Value}", StringComparison.Ordinal))
                {
                    wrong.Add($"{command}: no class {test.Groups["class"].Value}");
                }
            }
        }

        Assert.Empty(wrong);

        static string ProgramSources(string folder) => string.Join('\n',
            Directory.GetFiles(Path.Combine(Checkout.Root, folder), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));
    }

    [GeneratedRegex(@"^dotnet run --project tests/Benchmarks -c Release -- ([a-z-]+)")]
    private static partial Regex Race();

    [GeneratedRegex(@"^((?<name>\w+)=\S+ )+dotnet test (?<project>\S+).* --filter (?<class>\w+)")]
    private static partial Regex LongTest();
}
