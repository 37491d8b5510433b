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

public sealed class InitialWeightsTests
{
    [Fact]
    public void Another_run_gives_both_networks_and_the_average()
    {
        using var folder = new TemporaryFolder();
        using var trained = Trained("modern-64", folder.Path);
        using var state = new TrainingState(Tiny.Options("modern-64", ("seed", "9")), CPU);

        var matches = InitialWeights.Load(state, folder.Path);

        Assert.Equal(Values(trained.Generator), Values(state.Generator));
        Assert.Equal(Values(trained.Discriminator), Values(state.Discriminator));
        Assert.Equal(Values(trained.Average!.Generator), Values(state.Average!.Generator));
        Assert.Empty(matches.Anew);
        Assert.Empty(matches.NotTaken);
        Assert.Contains(("generator.tconv1.weight", "generator.tconv1.weight"), matches.Taken);
        Assert.Equal(0, state.Step);
    }

    [Fact]
    public void A_run_of_another_width_gives_what_still_fits_and_the_rest_is_named_with_its_shape()
    {
        using var folder = new TemporaryFolder();
        using var trained = Trained("anime-64", folder.Path);
        using var state = new TrainingState(Tiny.Options("modern-64", ("generator.width", "16")), CPU);
        float[] before = Values(state.Generator);

        var matches = InitialWeights.Load(state, folder.Path);

        Assert.Contains("generator.tconv1.weight: F32 [12, 32, 4, 4]", matches.Anew);
        Assert.Contains("generator.tconv1.weight: F32 [12, 16, 4, 4]", matches.NotTaken);
        Assert.Contains("discriminator.bn2.running_mean: F32 [16]", matches.NotTaken);
        Assert.Equal(before.Length, Values(state.Generator).Length);
        Assert.Equal(Values(trained.Discriminator.state_dict()["conv1.weight"]), Values(state.Discriminator.state_dict()["conv1.weight"]));

        // The average of this run is of what its generator begins with.
        Assert.Equal(Values(state.Generator), Values(state.Average!.Generator));
    }

    [Fact]
    public void A_state_dict_of_PyTorch_is_taken_by_bare_names_their_ends_or_shapes_that_there_is_one_of()
    {
        using var folder = new TemporaryFolder();
        using var trained = Trained("anime-64", folder["run"]);
        var generator = trained.Generator.state_dict();

        // As nn.Sequential names them, and as a wrapper around the same module does.
        int place = 0;
        var numbers = generator.Keys.Select(name => name[..name.LastIndexOf('.')]).Distinct().ToDictionary(layer => layer, _ => $"main.{place++}");
        Func<string, string>[] namings = [name => name, name => "netG.module." + name, name => numbers[name[..name.LastIndexOf('.')]] + name[name.LastIndexOf('.')..]];
        foreach (var naming in namings)
        {
            string path = Write(folder[$"{Guid.NewGuid():n}.safetensors"], generator.Select(pair => (naming(pair.Key), pair.Value)));
            using var state = new TrainingState(Tiny.Options("anime-64", ("seed", "9")), CPU);

            var matches = InitialWeights.Load(state, path);

            var weights = generator.Where(pair => pair.Value.dtype == float32);
            Assert.All(weights, pair => Assert.Equal(Values(pair.Value), Values(state.Generator.state_dict()[pair.Key])));
            Assert.DoesNotContain(matches.Taken, pair => pair.Name.StartsWith(TensorNames.DiscriminatorPrefix, StringComparison.Ordinal) && !pair.Name.EndsWith(TensorNames.BatchesTracked, StringComparison.Ordinal));
            Assert.Contains("discriminator.conv1.weight: F32 [8, 3, 4, 4]", matches.Anew);
        }
    }

    [Fact]
    public void Two_tensors_of_one_shape_are_not_guessed_at()
    {
        using var folder = new TemporaryFolder();
        using var state = new TrainingState(Tiny.Options("anime-64"), CPU);
        using var twice = ones(12, 16, 4, 4);
        using var logit = ones(1, 256);
        string path = Write(folder["two.safetensors"], [("a.weight", twice), ("b.weight", twice), ("c.weight", logit)]);

        var matches = InitialWeights.Load(state, path);

        Assert.Equal([("discriminator.logit.weight", "c.weight")], matches.Taken);
        Assert.Equal(["a.weight: F32 [12, 16, 4, 4]", "b.weight: F32 [12, 16, 4, 4]"], matches.NotTaken);
    }

    [Fact]
    public void A_file_of_which_nothing_fits_is_refused()
    {
        using var folder = new TemporaryFolder();
        using var state = new TrainingState(Tiny.Options("anime-64"), CPU);
        using var other = ones(5, 7);
        string path = Write(folder["other.safetensors"], [("embedding.weight", other)]);

        var error = Assert.Throws<BadModelException>(() => InitialWeights.Load(state, path));

        Assert.Equal(
            $"not one of the 1 tensors of '{path}' fits the networks of this run, which expects, for one, 'generator.tconv1.weight: F32 [12, 16, 4, 4]'. Set the networks' width, depth and resolution to those of the file, or train without --init.",
            error.Message);
    }

    private static TrainingState Trained(string preset, string runFolder)
    {
        var set = Tiny.Pictures();
        var options = Tiny.Options(preset, ("data.fingerprint", set.Fingerprint));
        var state = new TrainingState(options, CPU);
        using var batches = new BatchSource(set, options, CPU);
        var step = new TrainingStep(state);
        for (int i = 1; i <= 2; i++)
        {
            step.Run(batches.Of, read: false);
        }

        using var store = new CheckpointStore(runFolder);
        new TrainingRun(store).Save(state);
        return state;
    }

    private static string Write(string path, IEnumerable<(string Name, Tensor Tensor)> tensors)
    {
        using var stream = File.Create(path);
        SafetensorsWriter.Write(
            stream,
            new Dictionary<string, string>(),
            [.. tensors.Select(pair => new TensorEntry(pair.Name, pair.Tensor.dtype == int64 ? TensorType.I64 : TensorType.F32, pair.Tensor.shape, pair.Tensor.detach().contiguous().bytes.ToArray()))]);
        return path;
    }

    private static float[] Values(nn.Module network) => [.. network.state_dict().Values.Where(tensor => tensor.dtype == float32).SelectMany(Values)];

    private static float[] Values(Tensor tensor) => tensor.detach().contiguous().data<float>().ToArray();
}
