using System.Globalization;
using System.Text.Json;
using LatentWalk.Tests.Display;
using LatentWalk.Viewer.Tests.App;

namespace LatentWalk.Viewer.Tests.Verbs;

public sealed class BenchViewerVerbTests
{
    [Graphics.GlFact]
    public void Without_a_display_it_flies_off_screen_says_so_and_reports_everything_as_json()
    {
        (int code, string output, string error) = ViewerProcess.RunToEnd(
            null, "bench", "viewer", TestGenerator.Shared, "--seconds", "1.5", "--provider", "cpu", "--json");
        Assert.True(code == 0, error);
        Assert.Contains("drawn off screen, without a window: neither DISPLAY nor WAYLAND_DISPLAY is set.", error, StringComparison.Ordinal);
        using JsonDocument json = JsonDocument.Parse(output);
        Check(json.RootElement, onScreen: false);
    }

    [DisplayFact]
    public void On_a_display_it_flies_in_a_window_with_a_generator_made_up_on_the_spot()
    {
        using VirtualDisplay display = new();
        (int code, string output, string error) = ViewerProcess.RunToEnd(
            display.Name, "bench", "viewer", "--resolution", "32", "--seconds", "1.5", "--json");
        Assert.True(code == 0, error);
        using JsonDocument json = JsonDocument.Parse(output);
        Check(json.RootElement, onScreen: true);
        Assert.Equal(32, json.RootElement.GetProperty("width").GetInt32());
    }

    [Graphics.GlFact]
    public void A_long_flight_writes_a_line_of_csv_now_and_then()
    {
        (int code, string output, string error) = ViewerProcess.RunToEnd(
            null, "bench", "viewer", "--resolution", "16", "--minutes", "0.05", "--provider", "cpu");
        Assert.True(code == 0, error);
        string[] lines = [.. output.Split('\n').TakeWhile(line => line.Contains(',', StringComparison.Ordinal) && !line.StartsWith("random", StringComparison.Ordinal))];
        Assert.Equal("seconds,residentBytes,managedBytes,frames,frameP95Ms,latencyP95Ms,allocatedBytesPerFrame", lines[0]);
        Assert.InRange(lines.Length, 3, 6);
        double[][] rows = [.. lines.Skip(1).Select(line => line.Split(',').Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray())];
        Assert.All(rows, row => Assert.True(row.Length == 7 && row[1] > 1e7 && row[2] > 1e5 && row[4] > 0));
        Assert.Equal(rows.Select(row => row[3]).Order(), rows.Select(row => row[3]));
    }

    [Graphics.GlFact]
    public void A_generator_size_that_cannot_be_made_is_refused()
    {
        (int code, _, string error) = ViewerProcess.RunToEnd(null, "bench", "viewer", "--resolution", "100");
        Assert.Equal(2, code);
        Assert.Contains("--resolution is 100; expected 16, 32, 64, 128, 256 or 512.", error, StringComparison.Ordinal);
    }

    private static void Check(JsonElement result, bool onScreen)
    {
        Assert.Equal("viewer", result.GetProperty("bench").GetString());
        Assert.Equal(onScreen, result.GetProperty("onScreen").GetBoolean());
        foreach (string name in (string[])
            ["seconds", "frames", "frameP50Ms", "frameP95Ms", "inferenceP50Ms", "latencyP50Ms", "latencyP95Ms", "latencyP50Frames",
             "latencyBoundMs", "facesPerSecond", "firstPictureMs", "residentStartMB", "residentEndMB", "runMs", "pipelineMs", "ratio"])
        {
            Assert.True(result.GetProperty(name).GetDouble() > 0, string.Create(CultureInfo.InvariantCulture, $"{name} is {result.GetProperty(name).GetDouble()}"));
        }

        Assert.True(result.GetProperty("frameP95Ms").GetDouble() >= result.GetProperty("frameP50Ms").GetDouble());
        Assert.True(result.GetProperty("idleCpuPercent").GetDouble() >= 0);
    }
}
