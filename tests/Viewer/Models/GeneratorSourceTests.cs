using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Latents;
using LatentWalk.Exporter.Tests;
using LatentWalk.Inference;
using LatentWalk.Inference.Tests;
using LatentWalk.Viewer.Models;

namespace LatentWalk.Viewer.Tests.Models;

/// <summary>Checkpoints and runs opened without an export.</summary>
public sealed class GeneratorSourceTests : IDisposable
{
    private readonly TempFolder temp = new();

    public void Dispose() => temp.Dispose();

    [Fact]
    public void A_run_opens_as_the_generator_that_an_export_of_it_writes()
    {
        string run = TestCheckpoint.WriteRun(temp["faces"]);
        CheckpointRef checkpoint = CheckpointLocator.Resolve(run);
        File.WriteAllBytes(temp["g.onnx"], GeneratorExport.Build(CheckpointGenerator.Read(checkpoint)).ToArray());

        using GeneratorSource exported = Open(temp["g.onnx"]);
        using GeneratorSource ofRun = Open(run);
        using GeneratorSource ofFile = Open(checkpoint.Path);

        Assert.All([ofRun, ofFile], source =>
        {
            Assert.Equal(exported.Info.Sha256, source.Info.Sha256);
            Assert.Equal(Picture(exported), Picture(source));
            Assert.Equal(("faces", 1200L, checkpoint.Sha256, run), (source.Info.Name, source.Info.Step, source.Info.Checkpoint, source.TrainingRun));
            Assert.Equal(exported.ReadModel(), source.ReadModel());
        });
    }

    [Fact]
    public void A_checkpoint_by_itself_is_named_after_its_file()
    {
        TestCheckpoint.WriteRun(temp["faces"]);
        File.Move(CheckpointLocator.Resolve(temp["faces"]).Path, temp["kept.safetensors"]);
        using GeneratorSource source = Open(temp["kept.safetensors"]);
        Assert.Equal(("kept", null), (source.Info.Name, source.TrainingRun));
    }

    [Fact]
    public void A_checkpoint_whose_graph_makes_other_pictures_than_the_trainer_saw_is_refused()
    {
        TestCheckpoint.WriteRun(temp["faces"], probeError: 2e-4f);
        BadModelException error = Assert.Throws<BadModelException>(() => Open(temp["faces"]));
        Assert.Contains("ONNX Runtime's pictures differ from the trainer's by up to 0.0002", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_newest_checkpoint_gives_way_to_the_one_before_it()
    {
        TestCheckpoint.WriteRun(temp["faces"], step: 100);
        TestCheckpoint.WriteRun(temp["faces"], step: 200);
        string newest = CheckpointLocator.Resolve(temp["faces"]).Path;
        byte[] bytes = File.ReadAllBytes(newest);
        bytes[^1] ^= 1;
        File.WriteAllBytes(newest, bytes);

        using GeneratorSource source = Open(temp["faces"]);
        Assert.Equal(100, source.Info.Step);
        Assert.Contains("is damaged", Assert.Throws<BadModelException>(() => Open(newest)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_axes_of_a_later_checkpoint_follow_those_of_an_earlier_one()
    {
        TestCheckpoint.WriteRun(temp["early"], SmallGenerator.Spec);
        TestCheckpoint.WriteRun(temp["late"], SmallGenerator.Spec, weightSeed: 50);
        using GeneratorSource early = Open(temp["early"]);
        using GeneratorSource own = Open(temp["late"]);
        using GeneratorSource late = GeneratorSource.Open(temp["late"], ProviderChoice.Cpu, early.Info.Directions);

        Assert.Equal(own.Info.Sha256, late.Info.Sha256);
        Assert.True(Agreement(late, early) > 0.999 && Agreement(own, early) < 0.9);    // 12 axes of 12 dimensions: any basis can be turned into any other
    }

    [Fact]
    public void A_generator_file_that_changed_since_it_was_opened_is_not_read_again()
    {
        TestGenerator.Write(temp["g.onnx"]);
        using GeneratorSource source = Open(temp["g.onnx"]);
        TestGenerator.Write(temp["g.onnx"], weightSeed: 2);
        Assert.Contains("is no longer the file that was opened", Assert.Throws<BadModelException>(() => source.ReadModel()).Message, StringComparison.Ordinal);
    }

    private static GeneratorSource Open(string path) => GeneratorSource.Open(path, ProviderChoice.Cpu);

    private static double Agreement(GeneratorSource a, GeneratorSource b) =>
        a.Info.Directions.Zip(b.Info.Directions, (x, y) => x.Vector.Zip(y.Vector, (p, q) => (double)p * q).Sum()).Average();

    private static byte[] Picture(GeneratorSource source)
    {
        var rgba = new byte[source.Width * source.Height * 4];
        source.Run(Latent.FromSeed(3, source.ZDim), [], 1, rgba);
        return rgba;
    }
}
