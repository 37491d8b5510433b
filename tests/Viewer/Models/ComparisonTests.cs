using LatentWalk.Exporter.Tests;
using LatentWalk.Inference;
using LatentWalk.Viewer.Models;

namespace LatentWalk.Viewer.Tests.Models;

public sealed class ComparisonTests : IDisposable
{
    private readonly TempFolder temp = new();

    public void Dispose() => temp.Dispose();

    [Fact]
    public void A_run_is_compared_with_its_checkpoint_before()
    {
        TestCheckpoint.WriteRun(temp["runs/faces"], step: 100);
        TestCheckpoint.WriteRun(temp["runs/faces"], step: 200);
        TestGenerator.Write(temp["models/same.onnx"], zdim: 12);
        using GeneratorSource source = Open(temp["runs/faces"]);
        using GeneratorSource other = Default(source)!;
        Assert.Equal((100L, "faces"), (other.Info.Step, other.Info.Name));
    }

    [Fact]
    public void Without_one_the_newest_other_model_that_takes_the_same_latents_is_taken()
    {
        TestGenerator.Write(temp["models/mine.onnx"]);
        TestGenerator.Write(temp["models/older.onnx"]);
        TestGenerator.Write(temp["models/other-size.onnx"], zdim: 7);
        File.SetLastWriteTimeUtc(temp["models/older.onnx"], DateTime.UtcNow.AddDays(-1));
        using GeneratorSource source = Open(temp["models/mine.onnx"]);
        using GeneratorSource other = Default(source)!;
        Assert.Equal("older", other.Info.Name);
    }

    [Fact]
    public void Alone_there_is_nothing_to_compare_with()
    {
        TestGenerator.Write(temp["models/mine.onnx"]);
        using GeneratorSource source = Open(temp["models/mine.onnx"]);
        Assert.Null(Default(source));
    }

    private static GeneratorSource Open(string path) => GeneratorSource.Open(path, ProviderChoice.Cpu);

    private GeneratorSource? Default(GeneratorSource source) => Comparison.OpenDefault(source, new ModelFolders([temp.Root]), ProviderChoice.Cpu);
}
