using System.IO.Compression;
using System.Text.Json;
using LatentWalk.Data;
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
    public void A_packed_set_is_described_its_damage_is_found_and_a_sheet_of_it_is_written()
    {
        using (var writer = new PackedSetWriter(At("a.lwset"), 2, 3, ["boats", "robots"]))
        {
            for (int i = 0; i < 30; i++)
            {
                writer.Add(new byte[12], new PictureEntry($"{i}.png", new string('0', 64), i % 2 == 0 ? 1 : -1, Mirrored: i > 20));
            }

            writer.Commit();
        }

        var json = InspectJson(At("a.lwset"));

        Assert.Equal(("set", 30, 2, 3), (json.GetProperty("kind").GetString(), json.GetProperty("count").GetInt32(), json.GetProperty("size").GetInt32(), json.GetProperty("channels").GetInt32()));
        Assert.Equal("""[{"name":"boats","count":0},{"name":"robots","count":15}]""", json.GetProperty("classes").GetRawText().Replace("\n", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal));
        Assert.Equal((9, 15, 0, 64), (json.GetProperty("mirrored").GetInt32(), json.GetProperty("unlabelled").GetInt32(), json.GetProperty("damaged").GetInt32(), json.GetProperty("fingerprint").GetString()!.Length));

        using (var file = new FileStream(At("a.lwset"), FileMode.Open))
        {
            file.Position = 4096 + (12 * 7);
            file.WriteByte(1);
        }

        var run = ExporterRun.Of("inspect", At("a.lwset"), "--sheet", At("sheet.png"));

        Assert.True(run.Code == 0, run.Output);
        Assert.Contains("1: 7 ('7.png')", run.Output, StringComparison.Ordinal);
        var (_, width, height) = PngFile.Read(At("sheet.png"));
        Assert.Equal((42, 14), (width, height));
    }

    [Fact]
    public void A_zip_of_pictures_is_counted_with_its_classes()
    {
        Directory.CreateDirectory(At("in/x"));
        Directory.CreateDirectory(At("in/y"));
        PngFile.Write(At("in/x/a.png"), new byte[16], 2, 2);
        PngFile.Write(At("in/y/b.png"), new byte[16], 2, 2);
        ZipFile.CreateFromDirectory(At("in"), At("a.zip"));

        var json = InspectJson(At("a.zip"));

        Assert.Equal(("set", 2, 2), (json.GetProperty("kind").GetString(), json.GetProperty("count").GetInt32(), json.GetProperty("labelled").GetInt32()));
        Assert.Equal("y", json.GetProperty("classes")[1].GetProperty("name").GetString());
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
    [InlineData("dataset.json", "[]", 3, "there is no \"labels\"")]
    [InlineData("cut.lwset", "LWSET", 3, "is not a usable picture set")]
    [InlineData("cut.zip", "PK\u0003\u0004", 3, "cannot be read")]
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
