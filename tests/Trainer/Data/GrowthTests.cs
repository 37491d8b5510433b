using System.Globalization;
using System.Text.Json;
using LatentWalk.Trainer.Tests.Verbs;
using Xunit;
using Xunit.Abstractions;

namespace LatentWalk.Trainer.Tests.Data;

/// <summary>
/// Packs and loads ever more painted pictures, each in a process of its own. LATENTWALK_GROWTH names the numbers, as
/// "1000,10000,100000" (minutes, and the time means something only on a quiet machine); without it a short form looks at memory alone.
/// </summary>
public sealed class GrowthTests(ITestOutputHelper talk)
{
    private const double Flat = 1.2;

    [Fact]
    public void Memory_does_not_grow_with_the_number_of_pictures_and_nor_does_the_time_for_each()
    {
        string? wanted = Environment.GetEnvironmentVariable("LATENTWALK_GROWTH");
        int[] counts = [.. (wanted ?? "100,1500").Split(',').Select(count => int.Parse(count, CultureInfo.InvariantCulture))];
        var measured = counts.Select(Measure).ToList();

        foreach (var more in measured.Skip(1))
        {
            Assert.InRange(more.Megabytes, 0, measured[0].Megabytes * Flat);
            if (wanted is not null)
            {
                Assert.InRange(more.Microseconds, 0, measured[0].Microseconds * Flat);
            }
        }
    }

    private (double Microseconds, double Megabytes) Measure(int count)
    {
        using var bench = TrainerProcess.Run("bench", "loader", "--painted", $"{count}", "--json");
        Assert.True(bench.ExitCode == 0, bench.Error);
        talk.WriteLine(bench.Output);
        var figures = JsonDocument.Parse(bench.Output).RootElement;
        double load = 1e6 / figures.GetProperty("batchImagesPerSecond").GetDouble();
        return (
            figures.GetProperty("paintMicroseconds").GetDouble() + figures.GetProperty("packMicroseconds").GetDouble() + load,
            figures.GetProperty("peakMegabytes").GetDouble());
    }
}
