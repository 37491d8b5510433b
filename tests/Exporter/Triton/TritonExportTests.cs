using LatentWalk.Core.Onnx;
using LatentWalk.Inference.Tests;
using Xunit;

namespace LatentWalk.Exporter.Tests.Triton;

public sealed class TritonExportTests : TempFolder
{
    [PythonFact("google.protobuf")]
    public void A_run_becomes_a_repository_that_the_strict_parser_reads()
    {
        string run = TestCheckpoint.WriteRun(At("faces"));

        var export = ExporterRun.Of("export", run, "--triton", At("models"));

        Assert.Equal(0, export.Code);
        Assert.Contains("Version 1 of 'faces' for Triton. Serve it with: tritonserver --model-repository=", export.Output, StringComparison.Ordinal);
        Assert.Equal(["faces/1/model.onnx", "faces/config.pbtxt"], Files("models"));
        var config = ConfigText.Read(At("models/faces/config.pbtxt"));
        Assert.Equal(("faces", "onnxruntime_onnx", 64), (config.Name, config.Platform, config.MaxBatchSize));
        var input = Assert.Single(config.Input);
        Assert.Equal(("z", DataType.TypeFp32, "12"), (input.Name, input.DataType, string.Join(",", input.Dims)));
        var output = Assert.Single(config.Output);
        Assert.Equal(("image", DataType.TypeFp32, "3,16,16"), (output.Name, output.DataType, string.Join(",", output.Dims)));
        Assert.Equal(1u, config.VersionPolicy.Latest.NumVersions);
        Assert.Equal([16, 32, 64], config.DynamicBatching.PreferredBatchSize);
        Assert.Equal(2000UL, config.DynamicBatching.MaxQueueDelayMicroseconds);
        var group = Assert.Single(config.InstanceGroup);
        Assert.Equal((1, ModelInstanceGroup.Types.Kind.Auto), (group.Count, group.Kind));
        Assert.Null(config.Optimization);
        Assert.Equal([1u, 64u], config.ModelWarmup.Select(warmup => warmup.BatchSize));
        Assert.All(config.ModelWarmup, warmup =>
        {
            var z = Assert.Single(warmup.Inputs);
            Assert.Equal(("z", DataType.TypeFp32, "12", true), (z.Key, z.Value.DataType, string.Join(",", z.Value.Dims), z.Value.RandomData));
        });
        using var session = Sessions.Open(At("models/faces/1/model.onnx"));
        Assert.Equal(1200, session.Info.Step);
    }

    [PythonFact("google.protobuf")]
    public void Classes_bytes_and_what_the_user_chose_are_in_the_configuration()
    {
        string model = SmallGenerator.Write(
            At("mecha suits (2).onnx"), SmallGenerator.Spec with { Classes = 3 }, new GraphOptions { Pixels = PixelOutput.Rgba8 },
            new GeneratorMetadata { ZDim = 12, Resolution = 16, Classes = 3, Range = PixelRange.Levels });

        Assert.Equal(0, ExporterRun.Of("export", model, "--triton", At("models"), "--max-batch", "6", "--queue-us", "50", "--accelerator", "tensorrt").Code);

        var config = ConfigText.Read(At("models/mecha-suits--2/config.pbtxt"));
        Assert.Equal(("mecha-suits--2", 6), (config.Name, config.MaxBatchSize));
        Assert.Equal(["z 12", "c 3"], config.Input.Select(input => $"{input.Name} {string.Join(",", input.Dims)}"));
        Assert.Equal((DataType.TypeUint8, "16,16,4"), (config.Output[0].DataType, string.Join(",", config.Output[0].Dims)));
        Assert.Equal([3, 6], config.DynamicBatching.PreferredBatchSize);
        Assert.Equal(50UL, config.DynamicBatching.MaxQueueDelayMicroseconds);
        Assert.Equal("tensorrt", Assert.Single(config.Optimization.ExecutionAccelerators.GpuExecutionAccelerator).Name);
        Assert.True(config.ModelWarmup[1].Inputs["c"].ZeroData);
        Assert.Equal(File.ReadAllBytes(model), File.ReadAllBytes(At("models/mecha-suits--2/1/model.onnx")));
    }

    [PythonFact("google.protobuf")]
    public void A_foreign_file_with_a_fixed_batch_is_served_without_batching_under_its_own_names()
    {
        string model = ForeignGraph.Write(At("g.onnx"), new ForeignGraph { LatentName = "in \"put\"", LatentRank = 4, FixedBatch = 2, ChannelsLast = true });

        Assert.Equal(0, ExporterRun.Of("export", model, "--triton", At("models")).Code);

        var config = ConfigText.Read(At("models/g/config.pbtxt"));
        Assert.Equal((0, null as ModelDynamicBatching), (config.MaxBatchSize, config.DynamicBatching));
        Assert.Equal(("in \"put\"", "2,6,1,1"), (config.Input[0].Name, string.Join(",", config.Input[0].Dims)));
        Assert.Equal("2,8,10,3", string.Join(",", config.Output[0].Dims));
        Assert.Equal(1u, Assert.Single(config.ModelWarmup).BatchSize);
    }

    [PythonFact("google.protobuf")]
    public void The_parser_of_these_tests_refuses_what_it_does_not_know()
    {
        File.WriteAllText(At("config.pbtxt"), "name: \"g\" max_batch: 4");
        Assert.Contains("max_batch", Assert.Throws<InvalidOperationException>(() => ConfigText.Read(At("config.pbtxt"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_next_checkpoint_of_a_model_is_its_next_version_and_edits_stay()
    {
        Assert.Equal(0, ExporterRun.Of("export", TestCheckpoint.WriteRun(At("a/faces")), "--triton", At("models")).Code);
        string config = At("models/faces/config.pbtxt");
        File.AppendAllText(config, "# mine\n");

        var next = ExporterRun.Of("export", TestCheckpoint.WriteRun(At("b/faces"), step: 2400, weightSeed: 9), "--triton", At("models"));
        var same = ExporterRun.Of("export", At("b/faces"), "--triton", At("models"));

        Assert.Contains("Version 2 of 'faces'", next.Output, StringComparison.Ordinal);
        Assert.Contains("Version 2 of 'faces' is this very file already; nothing was written.", same.Output, StringComparison.Ordinal);
        Assert.Equal(["faces/1/model.onnx", "faces/2/model.onnx", "faces/config.pbtxt"], Files("models"));
        Assert.EndsWith("# mine\n", File.ReadAllText(config), StringComparison.Ordinal);
        using var session = Sessions.Open(At("models/faces/2/model.onnx"));
        Assert.Equal(2400, session.Info.Step);
    }

    [Fact]
    public void A_crash_before_the_version_is_completed_by_the_next_export()
    {
        string run = TestCheckpoint.WriteRun(At("faces"));
        Assert.Equal(0, ExporterRun.Of("export", run, "--triton", At("models")).Code);
        Directory.Move(At("models/faces/1"), At("models/faces/.lw-left.tmp"));

        Assert.Equal(0, ExporterRun.Of("export", run, "--triton", At("models")).Code);

        Assert.True(File.Exists(At("models/faces/1/model.onnx")));
    }

    [Fact]
    public void Another_models_folder_is_not_touched()
    {
        Assert.Equal(0, ExporterRun.Of("export", TestCheckpoint.WriteRun(At("a/faces")), "--triton", At("models")).Code);
        string[] before = Files("models");

        var other = ExporterRun.Of("export", TestCheckpoint.WriteRun(At("b/faces"), SmallGenerator.Spec with { ZDim = 20 }), "--triton", At("models"));

        Assert.Equal(2, other.Code);
        Assert.Contains("holds another model: its config.pbtxt says z FP32 [12] -> image FP32 [3, 16, 16], this one is z FP32 [20] -> image FP32 [3, 16, 16]", other.Output, StringComparison.Ordinal);
        Assert.Contains("export under another name with -o", other.Output, StringComparison.Ordinal);
        Assert.Equal(before, Files("models"));

        Directory.CreateDirectory(At("theirs/faces/1"));
        File.WriteAllText(At("theirs/faces/config.pbtxt"), "name: \"faces\"");
        var theirs = ExporterRun.Of("export", At("a/faces"), "--triton", At("theirs"));
        Assert.Equal(2, theirs.Code);
        Assert.Contains("is not a model that Latent Walk wrote (no '# latentwalk:' line in a config.pbtxt)", theirs.Output, StringComparison.Ordinal);
        Assert.Equal(["faces/config.pbtxt"], Files("theirs"));
    }

    [Theory]
    [InlineData("--max-batch is 0, expected 1 to 4096", "--max-batch", "0")]
    [InlineData("--queue-us is -1, expected 0 to 10000000", "--queue-us", "-1")]
    [InlineData("none", "--accelerator", "warp")]
    public void Wrong_options_are_usage_errors(string message, params string[] options)
    {
        var export = ExporterRun.Of(["export", At("run"), "--triton", At("models"), .. options]);

        Assert.Equal(2, export.Code);
        Assert.Contains(message, export.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(At("models")));
    }

    [Fact]
    public void Nothing_to_write_is_a_usage_error()
    {
        var export = ExporterRun.Of("export", At("run"));

        Assert.Equal(2, export.Code);
        Assert.Contains("there is nothing to write: give -o FILE.onnx for a generator file, --web DIR for a page or --triton DIR for a model repository.", export.Output, StringComparison.Ordinal);
    }

    private string[] Files(string folder) =>
    [
        .. Directory.GetFiles(At(folder), "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(At(folder), path).Replace('\\', '/')).Order(StringComparer.Ordinal),
    ];
}
