using System.Text.Json;
using LatentWalk.Viewer.Tests.App;

namespace LatentWalk.Viewer.Tests.Verbs;

public sealed class BenchInferVerbTests
{
    [Graphics.GlFact]
    public void It_reports_both_times_as_json()
    {
        (int code, string output, string error) = ViewerProcess.RunToEnd(
            null, "bench", "infer", TestGenerator.Shared, "--rounds", "3", "--pictures", "10", "--json");
        Assert.True(code == 0, error);
        using JsonDocument json = JsonDocument.Parse(output);
        Assert.Equal("infer", json.RootElement.GetProperty("bench").GetString());
        double run = json.RootElement.GetProperty("runMs").GetDouble();
        double pipeline = json.RootElement.GetProperty("pipelineMs").GetDouble();
        Assert.True(run > 0);
        Assert.True(pipeline > 0);
        Assert.Equal(run / pipeline, json.RootElement.GetProperty("ratio").GetDouble(), 0.01);
    }
}
