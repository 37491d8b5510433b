using LatentWalk.Cli;

namespace LatentWalk.Core.Tests.Cli;

public class TerminalStyleTests
{
    [Theory]
    [InlineData(false, null, null, null, true, true)]
    [InlineData(true, null, null, null, false, false)]
    [InlineData(false, "1", null, null, false, true)]
    [InlineData(false, "", null, null, true, true)]
    [InlineData(false, null, "dumb", null, false, false)]
    [InlineData(false, null, "xterm", null, true, true)]
    [InlineData(false, null, null, "true", true, false)]
    public void The_environment_decides(bool redirected, string? noColor, string? term, string? ci, bool color, bool live)
    {
        var environment = new Dictionary<string, string?> { ["NO_COLOR"] = noColor, ["TERM"] = term, ["CI"] = ci };
        Assert.Equal(new TerminalStyle(color, live), TerminalStyle.From(redirected, environment.GetValueOrDefault));
    }
}
