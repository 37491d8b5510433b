using LatentWalk.Core.Networks;
using LatentWalk.Core.Onnx;
using LatentWalk.Inference;
using LatentWalk.Inference.Tests;
using Xunit;

namespace LatentWalk.Exporter.Tests.Export;

public sealed class ExportVerbTests : TempFolder
{
    [Theory]
    [InlineData(true, 0f, true)]
    [InlineData(true, 0.2f, false)]
    [InlineData(false, 0.2f, false)]
    public void A_checkpoint_becomes_a_generator_that_makes_the_same_pictures(bool batchNorm, float slope, bool tanh)
    {
        var spec = SmallGenerator.Spec with { BatchNorm = batchNorm, LeakySlope = slope, Tanh = tanh };
        string run = TestCheckpoint.WriteRun(At("run"), spec);

        var export = ExporterRun.Of("export", run, "-o", At("g.onnx"));

        Assert.Equal(0, export.Code);
        Assert.Contains("ONNX Runtime against the trainer: ", export.Output, StringComparison.Ordinal);
        using var session = Sessions.Open(At("g.onnx"));
        var info = session.Info;
        Assert.Equal((1200L, "modern-64", 64), (info.Step, info.Preset, info.SheetSeeds.Count));
        Assert.True(info.Metadata!.Parity!.Maximum < 1e-5, $"{info.Metadata.Parity}");
        Assert.Equal((TestCheckpoint.Probes, "ema", "abc123"), (info.Metadata.Parity.Images, info.Metadata.Weights, info.Metadata.Dataset));
        Assert.Equal(12, info.Directions.Count);
        Assert.Null(info.Metadata.Author);
        Assert.Null(info.Metadata.License);
    }

    [Fact]
    public void The_raw_generator_is_another_one_and_verified_too()
    {
        string run = TestCheckpoint.WriteRun(At("run"));

        Assert.Equal(0, ExporterRun.Of("export", run, "-o", At("ema.onnx")).Code);
        Assert.Equal(0, ExporterRun.Of("export", run, "-o", At("raw.onnx"), "--weights", "raw").Code);

        Assert.NotEqual(File.ReadAllBytes(At("ema.onnx")), File.ReadAllBytes(At("raw.onnx")));
    }

    [Fact]
    public void A_run_that_kept_no_average_exports_the_last_steps_generator()
    {
        string run = TestCheckpoint.WriteRun(At("run"), keep: tensor => !tensor.Name.StartsWith(TensorNames.GeneratorEmaPrefix, StringComparison.Ordinal));

        Assert.Equal(0, ExporterRun.Of("export", run, "-o", At("g.onnx")).Code);

        using var session = Sessions.Open(At("g.onnx"));
        Assert.Equal("raw", session.Info.Metadata!.Weights);
    }

    [Fact]
    public void The_same_checkpoint_gives_the_same_bytes()
    {
        string run = TestCheckpoint.WriteRun(At("run"));
        string checkpoint = Directory.GetFiles(Path.Combine(run, "checkpoints"), "*.safetensors").Single();

        Assert.Equal(0, ExporterRun.Of("export", run, "-o", At("a.onnx")).Code);
        Assert.Equal(0, ExporterRun.Of("export", checkpoint, "-o", At("b.onnx")).Code);

        Assert.Equal(File.ReadAllBytes(At("a.onnx")), File.ReadAllBytes(At("b.onnx")));
    }

    [Fact]
    public void Author_and_licence_are_stored_as_given()
    {
        string run = TestCheckpoint.WriteRun(At("run"));

        Assert.Equal(0, ExporterRun.Of("export", run, "-o", At("g.onnx"), "--author", "Ada", "--license", "CC0-1.0").Code);

        var entries = OnnxGuard.Read(At("g.onnx")).Summary.Metadata;
        Assert.Equal(("Ada", "CC0-1.0"), (entries["model_author"], entries["model_license"]));
    }

    [Fact]
    public void The_rgba8_file_makes_bytes_ready_to_upload()
    {
        string run = TestCheckpoint.WriteRun(At("run"), SmallGenerator.Spec with { Tanh = false });

        Assert.Equal(0, ExporterRun.Of("export", run, "-o", At("g.onnx"), "--pixels", "rgba8").Code);

        using var session = Sessions.Open(At("g.onnx"));
        Assert.EndsWith("image [n, 16, 16, 4] bytes", session.Info.Convention, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2e-4f)]
    [InlineData(float.NaN)]
    public void A_difference_above_the_bound_is_refused_and_nothing_is_left(float error)
    {
        string run = TestCheckpoint.WriteRun(At("run"), probeError: error);
        Directory.CreateDirectory(At("out"));
        File.WriteAllText(At("out/g.onnx"), "what was there before");

        var export = ExporterRun.Of("export", run, "-o", At("out/g.onnx"));

        Assert.Equal(4, export.Code);
        Assert.Contains("ONNX Runtime's pictures differ from the trainer's by up to", export.Output, StringComparison.Ordinal);
        Assert.Contains("expected at most 0.0001 and 0.0001 on average", export.Output, StringComparison.Ordinal);
        Assert.Contains("no generator was made of it", export.Output, StringComparison.Ordinal);
        Assert.Equal("what was there before", File.ReadAllText(Assert.Single(Directory.GetFiles(At("out")))));
    }

    [Theory]
    [InlineData("generator_ema.tconv2.weight")]
    [InlineData("generator_ema.bn1.running_var")]
    [InlineData("probe.image")]
    [InlineData("probe.z")]
    public void A_missing_tensor_is_named(string missing)
    {
        string run = TestCheckpoint.WriteRun(At("run"), keep: tensor => tensor.Name != missing);

        var export = ExporterRun.Of("export", run, "-o", At("g.onnx"));

        Assert.Equal(4, export.Code);
        Assert.Contains($"no tensor '{missing}'".Replace("no tensor 'probe.z'", "no 'probe.z'", StringComparison.Ordinal), export.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(At("g.onnx")));
    }

    [Fact]
    public void A_folder_as_output_is_a_usage_error()
    {
        string run = TestCheckpoint.WriteRun(At("run"));
        Directory.CreateDirectory(At("out"));

        var export = ExporterRun.Of("export", run, "-o", At("out"));

        Assert.Equal(2, export.Code);
        Assert.Contains("is a folder, expected the name of the file to write", export.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_a_disk_error()
    {
        var export = ExporterRun.Of("export", TestCheckpoint.WriteRun(At("run")), "-o", At("nowhere/g.onnx"));

        Assert.Equal(5, export.Code);
        Assert.Contains("nowhere' of", export.Output, StringComparison.Ordinal);
        Assert.Contains("does not exist; make it, or choose another place with -o", export.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_choice_of_weights_is_a_usage_error()
    {
        Assert.Equal(2, ExporterRun.Of("export", At("run"), "-o", At("g.onnx"), "--weights", "best").Code);
    }
}
