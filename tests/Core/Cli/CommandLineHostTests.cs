using System.CommandLine;
using LatentWalk.Cli;
using LatentWalk.Core.Errors;

namespace LatentWalk.Core.Tests.Cli;

[Collection("standard error")]
public class CommandLineHostTests
{
    public static TheoryData<Type, int> Errors => new()
    {
        { typeof(UsageException), 2 },
        { typeof(BadDataException), 3 },
        { typeof(BadModelException), 4 },
        { typeof(DiskException), 5 },
        { typeof(DeviceException), 6 },
        { typeof(DivergedException), 7 },
        { typeof(OutOfMemoryException), 6 },
        { typeof(OperationCanceledException), 130 },
        { typeof(InvalidOperationException), 1 },
    };

    [Theory]
    [MemberData(nameof(Errors))]
    public void Each_kind_of_error_has_its_exit_code(Type type, int exitCode)
    {
        var (code, text) = Run(() => throw Make(), "work");
        Assert.Equal(exitCode, code);
        Assert.StartsWith("error: ", text, StringComparison.Ordinal);
        Assert.Equal(exitCode == 1, text.Contains("   at ", StringComparison.Ordinal));
        Assert.DoesNotContain('\u001b', text);

        Exception Make() => type == typeof(OperationCanceledException)
            ? new OperationCanceledException() : (Exception)Activator.CreateInstance(type, ["what was found.", null])!;
    }

    [Fact]
    public void An_interruption_keeps_its_own_code() =>
        Assert.Equal(143, Run(() => throw new InterruptedException(ExitCode.Terminated, "stopped."), "work").Code);

    [Fact]
    public void What_the_verb_returns_is_returned() => Assert.Equal((7, string.Empty), Run(() => 7, "work"));

    [Theory]
    [InlineData("wrok", "error: 'wrok' is not a command, an option or a value that fits here. Did you mean 'work'?", "Try 'lw --help'.")]
    [InlineData("work --cuont 3", "error: '--cuont' is not a command, an option or a value that fits here. Did you mean '--count'?", "Try 'lw work --help'.")]
    [InlineData("work --zzzzzz", "error: '--zzzzzz' is not a command, an option or a value that fits here.", "Try 'lw work --help'.")]
    [InlineData("work --count x", "--count", "Try 'lw work --help'.")]
    [InlineData("work --count", "--count", "Try 'lw work --help'.")]
    [InlineData("", "error: Required command was not provided.", "Try 'lw --help'.")]
    public void A_wrong_command_line_gets_one_line_a_hint_and_code_2(string line, string reason, string hint)
    {
        var (code, text) = Run(() => 0, line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(2, code);
        string[] lines = text.TrimEnd().Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.Contains(reason, lines[0], StringComparison.Ordinal);
        Assert.Equal(hint, lines[1].TrimEnd('\r'));
    }

    private static (int Code, string Text) Run(Func<int> action, params string[] args)
    {
        var work = new Command("work") { new Option<int>("--count") };
        work.SetAction(_ => action());
        var root = new RootCommand { work };
        TextWriter before = Console.Error;
        using var text = new StringWriter();
        Console.SetError(text);
        try
        {
            return (CommandLineHost.Run(root, args), text.ToString());
        }
        finally
        {
            Console.SetError(before);
        }
    }
}
