using System.Text.Json;
using Xunit;

namespace LatentWalk.Trainer.Tests.Verbs;

public sealed class BenchPrepareVerbTests
{
    [Fact]
    public void It_times_the_preparing_of_painted_faces()
    {
        using var bench = TrainerProcess.Run("bench", "prepare", "--painted", "40", "--size", "32", "--runs", "1", "--json");
        Assert.True(bench.ExitCode == 0, bench.Error);
        JsonElement figures = JsonDocument.Parse(bench.Output).RootElement;
        Assert.Equal("prepare", figures.GetProperty("bench").GetString());
        Assert.Equal(40, figures.GetProperty("pictures").GetInt32());
        Assert.InRange(figures.GetProperty("kept").GetInt32(), 30, 40);
        Assert.InRange(figures.GetProperty("prepareMicroseconds").GetDouble(), 1, 1e7);
        Assert.InRange(figures.GetProperty("peakMegabytes").GetDouble(), 10, 2000);
    }

    [Theory]
    [InlineData("--painted", "0")]
    [InlineData("--painted=5", "--size=31")]
    [InlineData("--painted=5", "--data=pictures")]
    [InlineData("--size", "64")]
    public void A_number_that_cannot_be_painted_ends_with_2(string option, string value)
    {
        using var bench = TrainerProcess.Run("bench", "prepare", option, value);
        Assert.Equal(2, bench.ExitCode);
        Assert.Contains("bench prepare needs either --data DIR or ZIP, or --painted from 1 to 1000000; and --size from 32 to 1024.", bench.Error, StringComparison.Ordinal);
    }
}
