using LatentWalk.Core.Networks;
using LatentWalk.Trainer.Networks;
using LatentWalk.Trainer.Options;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;
using Generator = LatentWalk.Trainer.Networks.Generator;

namespace LatentWalk.Trainer.Tests.Networks;

public sealed class NetworkTests
{
    [Theory]
    [InlineData(16, true, 0)]
    [InlineData(16, false, 1)]
    [InlineData(32, true, 2)]
    [InlineData(512, true, 0)]
    public void A_generator_has_the_tensors_that_the_checkpoint_names(int resolution, bool batchNorm, int depth)
    {
        var spec = new GeneratorSpec { Resolution = resolution, Width = 4, ZDim = 7, BatchNorm = batchNorm, Depth = depth };
        using var network = Generator.Of(spec);

        AssertTensors(TensorNames.Of(spec), network);
    }

    [Theory]
    [InlineData(16, true, 0)]
    [InlineData(16, false, 1)]
    [InlineData(32, true, 2)]
    [InlineData(512, true, 0)]
    public void A_discriminator_has_the_tensors_that_the_checkpoint_names(int resolution, bool batchNorm, int depth)
    {
        var spec = new DiscriminatorSpec { Resolution = resolution, Width = 4, BatchNorm = batchNorm, Depth = depth };
        using var network = Discriminator.Of(spec);

        AssertTensors(TensorNames.Of(spec), network);
    }

    [Fact]
    public void Anime_64_has_the_parameters_of_the_article()
    {
        using var generator = Generator.Of(Presets.Anime64.Generator);
        using var discriminator = Discriminator.Of(Presets.Anime64.Discriminator);

        long tconvs = (100 * 512 * 16) + (512 * 256 * 16) + (256 * 128 * 16) + (128 * 64 * 16) + (64 * 3 * 16) + 3;
        long generatorNorms = 2 * (512 + 256 + 128 + 64);
        long convs = (3 * 64 * 16) + 64 + (64 * 128 * 16) + (128 * 256 * 16) + (256 * 512 * 16);
        long discriminatorNorms = 2 * (128 + 256 + 512);
        long logit = (512 * 4 * 4) + 1;
        Assert.Equal(tconvs + generatorNorms, ParameterCount(generator));
        Assert.Equal(convs + discriminatorNorms + logit, ParameterCount(discriminator));
        Assert.Equal(3_576_707, ParameterCount(generator));
        Assert.Equal(2_765_633, ParameterCount(discriminator));
    }

    [Fact]
    public void A_latent_becomes_a_picture_and_a_picture_becomes_a_logit()
    {
        using var scope = NewDisposeScope();
        using var generator = Generator.Of(Tiny.Generator());
        using var discriminator = Discriminator.Of(Tiny.Discriminator());
        generator.Initialise(seed: 1);
        discriminator.Initialise(seed: 1);

        var pictures = generator.call(ones(5, 12));
        var logits = discriminator.call(pictures);

        Assert.Equal([5, 3, 16, 16], pictures.shape);
        Assert.Equal([5], logits.shape);
        Assert.True(pictures.abs().max().ToSingle() <= 1, "Tanh keeps pictures in [-1, 1].");
    }

    [Fact]
    public void Weights_are_glorot_normal_and_the_rest_is_neutral()
    {
        using var scope = NewDisposeScope();
        using var network = Generator.Of(new GeneratorSpec { Resolution = 32, Width = 32, ZDim = 100 });
        network.Initialise(seed: 5);

        foreach (var (name, parameter) in network.named_parameters())
        {
            if (parameter.dim() > 1)
            {
                double expected = Math.Sqrt(2.0 / (16 * (parameter.shape[0] + parameter.shape[1])));
                Assert.InRange(parameter.std().ToDouble() / expected, 0.97, 1.03);
                Assert.InRange(parameter.mean().ToDouble() / expected, -0.03, 0.03);
            }
            else
            {
                float expected = name.StartsWith("bn", StringComparison.Ordinal) && name.EndsWith("weight", StringComparison.Ordinal) ? 1 : 0;
                Assert.All(parameter.data<float>().ToArray(), value => Assert.Equal(expected, value));
            }
        }
    }

    [Fact]
    public void The_same_seed_draws_the_same_weights_and_another_draws_others()
    {
        using var first = Discriminator.Of(Tiny.Discriminator());
        using var again = Discriminator.Of(Tiny.Discriminator());
        using var other = Discriminator.Of(Tiny.Discriminator());
        first.Initialise(seed: 1);
        again.Initialise(seed: 1);
        other.Initialise(seed: 2);

        Assert.Equal(Weights(first), Weights(again));
        Assert.NotEqual(Weights(first), Weights(other));
    }

    [Fact]
    public void Dropout_acts_in_training_only()
    {
        using var scope = NewDisposeScope();
        using var network = Discriminator.Of(Tiny.Discriminator() with { Dropout = 0.5f });
        network.Initialise(seed: 1);
        var pictures = ones(4, 3, 16, 16);

        var training = network.call(pictures).data<float>().ToArray();
        var trainingAgain = network.call(pictures).data<float>().ToArray();
        network.eval();
        var evaluation = network.call(pictures).data<float>().ToArray();
        var evaluationAgain = network.call(pictures).data<float>().ToArray();

        Assert.NotEqual(training, trainingAgain);
        Assert.Equal(evaluation, evaluationAgain);
    }

    private static float[] Weights(Discriminator network) =>
        [.. network.parameters().SelectMany(parameter => parameter.data<float>().ToArray())];

    private static long ParameterCount(nn.Module network) => network.parameters().Sum(parameter => parameter.numel());

    private static void AssertTensors(IReadOnlyList<(string Name, long[] Shape)> expected, nn.Module network)
    {
        var actual = network.state_dict();
        Assert.Equal(expected.Select(e => e.Name).Order(), actual.Keys.Order());
        Assert.All(expected, e => Assert.Equal(e.Shape, actual[e.Name].shape));
    }
}
