using System.Text.Json;
using LatentWalk.Viewer.Tests.App;

namespace LatentWalk.Viewer.Tests.Verbs;

public sealed class DoctorVerbTests
{
    [Fact]
    public void It_reports_every_provider_with_a_reason_in_a_table_and_as_json()
    {
        (int code, string table, _) = ViewerProcess.RunToEnd(null, "doctor");
        Assert.Equal(0, code);
        foreach (string name in (string[])["DirectML", "CUDA", "CoreML", "CPU", "Library profile", "Display", "OpenGL", "Disk", "memory"])
        {
            Assert.Contains(name, table, StringComparison.Ordinal);
        }

        using JsonDocument json = JsonDocument.Parse(ViewerProcess.RunToEnd(null, "doctor", "--json").Output);
        Assert.Contains(json.RootElement.GetProperty("libraries").GetString(), (string[])["system", "nuget"]);
        JsonElement[] providers = [.. json.RootElement.GetProperty("providers").EnumerateArray()];
        Assert.True(providers[^1].GetProperty("accepted").GetBoolean());
        Assert.All(providers, provider => Assert.NotEqual("", provider.GetProperty("reason").GetString()));
    }
}
