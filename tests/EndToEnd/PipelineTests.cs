using System.Text.Json;
using LatentWalk.Imaging;

namespace LatentWalk.EndToEnd.Tests;

/// <summary>Pictures → training → generator → walk → PNG, by the commands of the README.</summary>
public sealed class PipelineTests(TrainedRun trained) : IClassFixture<TrainedRun>
{
    [Theory]
    [InlineData("set")]
    [InlineData("run")]
    [InlineData("checkpoint")]
    [InlineData("generator")]
    public void Inspect_tells_what_each_file_of_the_pipeline_is(string what)
    {
        string path = what switch
        {
            "set" => trained.Faces,
            "run" => trained.Run,
            "checkpoint" => Directory.GetFiles(Path.Combine(trained.Run, "checkpoints"), "*.safetensors").Order().Last(),
            _ => trained.Generator,
        };

        ProgramRun inspect = ProgramRun.Of("Exporter", "inspect", path, "--json").Succeeded();

        using JsonDocument json = JsonDocument.Parse(inspect.Output);
        Assert.False(string.IsNullOrEmpty(json.RootElement.GetProperty("kind").GetString()));
        switch (what)
        {
            case "set":
                Assert.Equal(48, json.RootElement.GetProperty("count").GetInt32());
                break;
            case "generator":
                Assert.Equal(100, json.RootElement.GetProperty("zdim").GetInt32());
                Assert.Equal(64, json.RootElement.GetProperty("resolution").GetInt32());
                break;
            default:
                Assert.Equal(6, json.RootElement.GetProperty("step").GetInt64());
                break;
        }
    }

    [Fact]
    public void Resuming_to_more_steps_exports_a_later_generator()
    {
        string run = trained.Inside("longer");
        string[] train = ["train", "--data", trained.Faces, "--preset", "modern-64", "--run", run, "--batch", "8",
            "--generator.width", "8", "--discriminator.width", "8"];
        ProgramRun.Of("Trainer", [.. train, "--steps", "2"]).Succeeded();
        ProgramRun.Of("Trainer", [.. train, "--steps", "4", "--resume"]).Succeeded();

        string generator = trained.Inside("longer.onnx");
        ProgramRun.Of("Exporter", "export", run, "-o", generator).Succeeded();

        ProgramRun inspect = ProgramRun.Of("Exporter", "inspect", generator, "--json").Succeeded();
        using JsonDocument json = JsonDocument.Parse(inspect.Output);
        Assert.Equal(4, json.RootElement.GetProperty("step").GetInt64());
    }

    [Theory]
    [InlineData]
    [InlineData("--precision", "fp16-weights", "--pixels", "rgba8")]
    [InlineData("--precision", "fp16", "--upsample", "resize")]
    [InlineData("--precision", "int8-weights", "--upsample", "resize", "--pixels", "rgba8")]
    public void Exporting_twice_gives_the_same_bytes(params string[] variant)
    {
        string first = trained.Inside("first.onnx");
        string second = trained.Inside("second.onnx");
        foreach (string file in (string[])[first, second])
        {
            ProgramRun.Of("Exporter", ["export", trained.Run, "-o", file, .. variant]).Succeeded();
        }

        Assert.Equal(File.ReadAllBytes(first), File.ReadAllBytes(second));
    }

    [Fact]
    public void A_rendered_picture_opened_again_gives_the_same_picture()
    {
        string pictures = trained.Inside("pictures");
        ProgramRun.Of("Exporter", "render", trained.Generator, "--seeds", "5", "-o", pictures).Succeeded();
        string saved = Assert.Single(Directory.GetFiles(pictures, "*.png"));
        string frames = trained.Inside("frames");
        string hideHud = trained.Inside("hide-hud.txt");
        File.WriteAllText(hideHud, "0 press H\n");

        ProgramRun.Of("Viewer", "view", saved, "--model", trained.Generator, "--headless", "--frames", "60",
            "--out", frames, "--size", "64x64", "--input", hideHud).Succeeded();

        (byte[] expected, int width, int height) = PngFile.Read(saved);
        (byte[] actual, int frameWidth, int frameHeight) = PngFile.Read(Directory.GetFiles(frames, "*.png").Order().Last());
        Assert.Equal((width, height), (frameWidth, frameHeight));
        int worst = 0;
        for (int i = 0; i < expected.Length; i++)
        {
            worst = Math.Max(worst, Math.Abs(expected[i] - actual[i]));
        }

        Assert.True(worst <= 1, $"the picture came back {worst} levels off; at most 1 is rounding");
    }

    [Theory]
    [InlineData("Viewer")]
    [InlineData("Trainer")]
    public void Doctor_tells_scripts_what_the_machine_has(string program)
    {
        ProgramRun doctor = ProgramRun.Of(program, "doctor", "--json").Succeeded();

        using JsonDocument json = JsonDocument.Parse(doctor.Output);
        Assert.NotEmpty(json.RootElement.EnumerateObject());
    }

    [Fact]
    public void Rendering_twice_gives_the_same_bytes()
    {
        string first = trained.Inside("first");
        string second = trained.Inside("second");
        foreach (string folder in (string[])[first, second])
        {
            ProgramRun.Of("Exporter", "render", trained.Generator, "--seeds", "0-3", "--sheet", "-o", folder).Succeeded();
            ProgramRun.Of("Exporter", "render", trained.Generator, "--seeds", "0-2", "--loop", "1", "-o", folder).Succeeded();
        }

        string[] files = [.. Directory.GetFiles(first).Select(Path.GetFileName).Order()!];
        Assert.NotEmpty(files);
        Assert.Equal(files, Directory.GetFiles(second).Select(Path.GetFileName).Order());
        foreach (string file in files)
        {
            Assert.Equal(File.ReadAllBytes(Path.Combine(first, file)), File.ReadAllBytes(Path.Combine(second, file)));
        }
    }
}
