using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Networks;
using LatentWalk.Trainer.Data;
using LatentWalk.Trainer.Runs;
using LatentWalk.Trainer.Training;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace LatentWalk.Trainer.Tests.Runs;

public sealed class CheckpointStateTests
{
    private static readonly string[] s_suffixes = [".exp_avg", ".exp_avg_sq", ".step"];

    [Fact]
    public void Everything_that_a_run_is_made_of_is_in_the_file()
    {
        using var folder = new TemporaryFolder();
        using var state = Trained("modern-64");

        using var file = SafetensorsFile.Open(Save(folder.Path, state).Path);

        var networks = TensorNames.Of(state.Options.Generator).Select(t => TensorNames.GeneratorPrefix + t.Name)
            .Concat(TensorNames.Of(state.Options.Generator).Select(t => TensorNames.GeneratorEmaPrefix + t.Name))
            .Concat(TensorNames.Of(state.Options.Discriminator).Select(t => TensorNames.DiscriminatorPrefix + t.Name));
        string[] probe = [TensorNames.ProbeLatents, TensorNames.ProbeImages, TensorNames.ProbeImagesRaw];
        var moments = Moments(TensorNames.GeneratorOptimizerPrefix, state.Generator).Concat(Moments(TensorNames.DiscriminatorOptimizerPrefix, state.Discriminator));
        Assert.Equal(networks.Concat(probe).Concat(moments).Order(), file.Tensors.Keys.Order());
        Assert.Equal(3, file.Int64s("optimizer_g.tconv1.weight.step")[0]);
        Assert.Equal(
            ("1", "3", "12", "modern-64", "1", "0-63", state.Options.Data.Fingerprint),
            (file.Metadata[CheckpointKeys.Version], file.Metadata[CheckpointKeys.Step], file.Metadata[CheckpointKeys.ImagesSeen], file.Metadata[CheckpointKeys.Preset],
             file.Metadata[CheckpointKeys.Seed], file.Metadata[CheckpointKeys.SheetSeeds], file.Metadata[CheckpointKeys.Dataset]));
        Assert.Equal(state.Options.Generator, NetworkJson.ParseGenerator(file.Metadata[CheckpointKeys.Generator], "test"));
        Assert.Equal(state.Options.Discriminator, NetworkJson.ParseDiscriminator(file.Metadata[CheckpointKeys.Discriminator], "test"));
    }

    [Fact]
    public void The_probe_is_what_the_generators_draw_in_evaluation_clamped()
    {
        using var folder = new TemporaryFolder();
        using var scope = NewDisposeScope();
        using var state = Trained("modern-64");
        using var file = SafetensorsFile.Open(Save(folder.Path, state).Path);
        var latents = tensor(file.Floats(TensorNames.ProbeLatents), [8, 12]);

        state.Generator.eval();
        using var noGradient = no_grad();
        Assert.Equal(state.Generator.call(latents).clamp(-1, 1).data<float>().ToArray(), file.Floats(TensorNames.ProbeImagesRaw));
        Assert.Equal(state.Average!.Generator.call(latents).clamp(-1, 1).data<float>().ToArray(), file.Floats(TensorNames.ProbeImages));
        Assert.NotEqual(file.Floats(TensorNames.ProbeImagesRaw), file.Floats(TensorNames.ProbeImages));
    }

    [Fact]
    public void Saving_leaves_the_generator_in_training()
    {
        using var folder = new TemporaryFolder();
        using var state = Trained("modern-64");

        Save(folder.Path, state);

        Assert.True(state.Generator.training);
        Assert.False(state.Average!.Generator.training);
    }

    [Fact]
    public void A_run_without_an_average_has_none_in_its_file()
    {
        using var folder = new TemporaryFolder();
        using var state = Trained("anime-64");

        using var file = SafetensorsFile.Open(Save(folder.Path, state).Path);

        Assert.DoesNotContain(file.Tensors.Keys, name => name.StartsWith(TensorNames.GeneratorEmaPrefix, StringComparison.Ordinal));
        Assert.Equal(file.Floats(TensorNames.ProbeImagesRaw), file.Floats(TensorNames.ProbeImages));
    }

    [Fact]
    public void A_tensor_that_is_missing_or_of_another_shape_is_named_with_the_file()
    {
        using var folder = new TemporaryFolder();
        using var state = Trained("anime-64");
        using var wider = new TrainingState(Tiny.Options("anime-64", ("generator.width", "16")), CPU);
        using var averaged = new TrainingState(Tiny.Options("anime-64", ("ema.decay", "0.5")), CPU);
        string path = Save(folder.Path, state).Path;
        using var file = SafetensorsFile.Open(path);

        var shape = Assert.Throws<BadModelException>(() => CheckpointState.Load(wider, file, path));
        var missing = Assert.Throws<BadModelException>(() => CheckpointState.Load(averaged, file, path));

        Assert.Equal(
            $"the tensor 'generator.tconv1.weight' of the checkpoint '{path}' is F32 [12, 16, 4, 4]; the run's config.json expects F32 [12, 32, 4, 4].", shape.Message);
        Assert.Equal(
            $"the checkpoint '{path}' lacks the tensor 'generator_ema.tconv1.weight', so training cannot go on from it. Resume from another checkpoint of the run.", missing.Message);
    }

    [Fact]
    public void Weights_that_are_not_finite_are_never_saved()
    {
        using var folder = new TemporaryFolder();
        using var state = Trained("modern-64");
        using (no_grad())
        {
            state.Discriminator.state_dict()["logit.bias"].fill_(float.PositiveInfinity);
        }

        var error = Assert.Throws<DivergedException>(() => Save(folder.Path, state));

        Assert.Equal(
            "training diverged at step 3: the tensor 'discriminator.logit.bias' holds values that are not finite. No checkpoint was saved before it. Start again with lower learning rates (--generatorOptimizer.learningRate, --discriminatorOptimizer.learningRate).",
            error.Message);
    }

    private static TrainingState Trained(string preset)
    {
        var set = Tiny.Pictures();
        var options = Tiny.Options(preset, ("data.fingerprint", set.Fingerprint));
        var state = new TrainingState(options, CPU);
        using var batches = new BatchSource(set, options, CPU);
        var step = new TrainingStep(state);
        for (int i = 1; i <= 3; i++)
        {
            step.Run(batches.Pictures(i), batches.Latents(i), null, read: false);
        }

        return state;
    }

    private static CheckpointRef Save(string folder, TrainingState state)
    {
        using var store = new CheckpointStore(folder);
        return new TrainingRun(store).Save(state);
    }

    private static IEnumerable<string> Moments(string prefix, nn.Module network) =>
        network.named_parameters().SelectMany(p => s_suffixes.Select(suffix => prefix + p.name + suffix));
}
