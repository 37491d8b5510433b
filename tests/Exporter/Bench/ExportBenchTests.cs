using System.Text.Json;
using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Networks;
using LatentWalk.Core.Onnx;
using LatentWalk.Inference.Tests;
using Xunit;

namespace LatentWalk.Exporter.Tests.Bench;

public sealed class ExportBenchTests : TempFolder
{
    [Fact]
    public void An_export_is_measured_in_time_and_memory()
    {
        string run = TestCheckpoint.WriteRun(At("run"), SmallGenerator.Spec);

        var bench = ExporterRun.Of("bench", "export", run, "--precision", "int8-weights", "--json");

        Assert.Equal(0, bench.Code);
        var json = JsonDocument.Parse(bench.Output).RootElement;
        Assert.Equal(("export", "int8-weights, float, transposed"), (json.GetProperty("bench").GetString(), json.GetProperty("variant").GetString()));
        Assert.InRange(json.GetProperty("seconds").GetDouble(), 1e-4, 30);
        Assert.InRange(json.GetProperty("fileBytes").GetInt64(), 1000, 100_000);
        Assert.True(json.GetProperty("peakBytes").GetInt64() >= json.GetProperty("addedBytes").GetInt64());
    }

    [Fact]
    public void Weights_go_from_the_checkpoint_to_their_place_in_the_file_and_nowhere_else()
    {
        // 5 MB of weights: what is allocated beside the file would be seen.
        var spec = new GeneratorSpec { ZDim = 64, Resolution = 32, Width = 64 };
        string run = TestCheckpoint.WriteRun(At("run"), spec);
        var source = CheckpointLocator.Resolve(run);
        using var generator = CheckpointGenerator.Open(source);
        CheckpointGraph.Write(generator, new GraphOptions());

        long before = GC.GetAllocatedBytesForCurrentThread();
        byte[] file = CheckpointGraph.Write(generator, new GraphOptions());
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.True(file.Length > 3_000_000, $"{file.Length} bytes");
        Assert.InRange(allocated, file.Length, file.Length * 1.1);
    }
}
