using System.Text.Json;
using LatentWalk.Imaging;
using LatentWalk.Inference.Tests;
using Xunit;

namespace LatentWalk.Exporter.Tests.Inspect;

public sealed class InspectVerbTests : TempFolder
{
    [Fact]
    public void A_run_is_described_by_its_newest_checkpoint()
    {
        var json = InspectJson(TestCheckpoint.WriteRun(At("run")));

        Assert.Equal("run", json.GetProperty("kind").GetString());
        Assert.Equal(1200, json.GetProperty("step").GetInt64());
        Assert.Equal("modern-64", json.GetProperty("preset").GetString());
        Assert.Equal(76800, json.GetProperty("imagesSeen").GetInt64());
    }

    [Fact]
    public void A_checkpoint_says_step_latent_and_resolution()
    {
        string run = TestCheckpoint.WriteRun(At("run"));

        var json = InspectJson(Directory.GetFiles(Path.Combine(run, "checkpoints"), "*.safetensors").Single());

        Assert.Equal("checkpoint", json.GetProperty("kind").GetString());
        Assert.Equal((1200, 12, 16), (json.GetProperty("step").GetInt32(), json.GetProperty("zdim").GetInt32(), json.GetProperty("resolution").GetInt32()));
    }

    [Fact]
    public void A_generator_says_what_it_takes_and_makes()
    {
        ExporterRun.Of("export", TestCheckpoint.WriteRun(At("run")), "-o", At("g.onnx"));

        var json = InspectJson(At("g.onnx"));

        Assert.Equal("generator", json.GetProperty("kind").GetString());
        Assert.Equal((12, 16, 17), (json.GetProperty("zdim").GetInt32(), json.GetProperty("resolution").GetInt32(), json.GetProperty("opset").GetInt32()));
        Assert.Equal("z [n, 12] -> image [n, 3, 16, 16] in [-1, 1]", json.GetProperty("convention").GetString());
        Assert.Equal(12, json.GetProperty("directions").GetArrayLength());
        Assert.Equal("0-63", json.GetProperty("sheetSeeds").GetString());
    }

    [Fact]
    public void A_foreign_generator_has_no_step()
    {
        var json = InspectJson(SmallGenerator.Write(At("g.onnx")));

        Assert.Equal("generator", json.GetProperty("kind").GetString());
        Assert.False(json.TryGetProperty("step", out _));
    }

    [Fact]
    public void A_saved_picture_gives_its_latent_away()
    {
        PngFile.Write(At("p.png"), new byte[16], 2, 2, new PictureLatent { Model = new string('a', 64), Seed = 40, Truncation = 0.5f });

        var json = InspectJson(At("p.png"));

        Assert.Equal("picture", json.GetProperty("kind").GetString());
        Assert.True(json.GetProperty("hasLatent").GetBoolean());
        Assert.Equal((40UL, 0.5f), (json.GetProperty("seed").GetUInt64(), json.GetProperty("truncation").GetSingle()));
    }

    [Fact]
    public void A_folder_of_pictures_is_counted()
    {
        Directory.CreateDirectory(At("set/inner"));
        PngFile.Write(At("set/a.png"), new byte[16], 2, 2);
        PngFile.Write(At("set/inner/b.png"), new byte[16], 2, 2);
        File.WriteAllText(At("set/dataset.json"), """{"labels": [["a.png", 1], ["inner/b.png", 0]]}""");

        foreach (string path in new[] { At("set"), At("set/dataset.json") })
        {
            var json = InspectJson(path);
            Assert.Equal(("set", 2, 2), (json.GetProperty("kind").GetString(), json.GetProperty("count").GetInt32(), json.GetProperty("labelled").GetInt32()));
        }
    }

    [Fact]
    public void The_text_shows_the_same_facts_to_people()
    {
        var run = ExporterRun.Of("inspect", TestCheckpoint.WriteRun(At("run")));

        Assert.Equal(0, run.Code);
        Assert.Contains("dcgan, width 3, batch norm yes, ReLU, Tanh", run.Output, StringComparison.Ordinal);
        Assert.Matches("SHA-256 +[0-9a-f]{64}", run.Output);
    }

    [Theory]
    [InlineData("nothing.bin", "hello, I am a letter", 3, "is nothing that Latent Walk makes or reads")]
    [InlineData("cut.safetensors", "abc", 4, "cut.safetensors")]
    [InlineData("cut.onnx", "abc", 4, "not a readable ONNX file, at byte 0")]
    [InlineData("dataset.json", "[]", 3, "not readable JSON")]
    public void What_it_cannot_read_is_said_in_one_sentence(string name, string content, int code, string message)
    {
        File.WriteAllText(At(name), content);

        var run = ExporterRun.Of("inspect", At(name));

        Assert.Equal(code, run.Code);
        Assert.Contains(message, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_files_and_empty_folders_are_bad_data()
    {
        Directory.CreateDirectory(At("empty"));

        Assert.Equal(3, ExporterRun.Of("inspect", At("nowhere")).Code);
        Assert.Equal(3, ExporterRun.Of("inspect", At("empty")).Code);
    }

    private static JsonElement InspectJson(string path)
    {
        var run = ExporterRun.Of("inspect", path, "--json");
        Assert.True(run.Code == 0, run.Output);
        return JsonDocument.Parse(run.Output).RootElement;
    }
}
