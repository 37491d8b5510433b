using LatentWalk.Core.Networks;
using LatentWalk.Core.Randomness;
using LatentWalk.Trainer.Networks;
using LatentWalk.Trainer.Options;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;
using Generator = LatentWalk.Trainer.Networks.Generator;

namespace LatentWalk.Trainer.Tests.Networks;

public sealed class ResidualNetworkTests
{
    private static readonly GeneratorSpec s_generator = Presets.Named("residual-64").Generator with { Resolution = 32, Width = 6, MaxWidth = 20, Blocks = 2, GroupSize = 3, Expansion = 1.5, ZDim = 7 };
    private static readonly DiscriminatorSpec s_discriminator = Presets.Named("residual-64").Discriminator with { Resolution = 32, Width = 6, MaxWidth = 20, Blocks = 2, GroupSize = 3, Expansion = 1.5 };

    [Theory]
    [InlineData(8, 0, 0)]
    [InlineData(32, 3, 0)]
    [InlineData(64, 0, 4)]
    public void Both_networks_have_the_tensors_that_the_checkpoint_names(int resolution, int topBlocks, int classes)
    {
        var generator = s_generator with { Resolution = resolution, TopBlocks = topBlocks, Classes = classes };
        var discriminator = s_discriminator with { Resolution = resolution, TopBlocks = topBlocks, Classes = classes };
        using var first = Generator.Of(generator);
        using var second = Discriminator.Of(discriminator);

        AssertTensors(TensorNames.Of(generator), first);
        AssertTensors(TensorNames.Of(discriminator), second);
    }

    [Fact]
    public void A_latent_becomes_a_picture_and_a_picture_becomes_logits()
    {
        using var scope = NewDisposeScope();
        using var generator = Generator.Of(s_generator with { Classes = 2 });
        using var discriminator = Discriminator.Of(s_discriminator with { Classes = 2 });
        generator.Initialise(1);
        discriminator.Initialise(1);

        var pictures = generator.call(Values(5, 9));
        var features = discriminator.Features(pictures);

        Assert.Equal([5, 3, 32, 32], pictures.shape);
        Assert.Equal([5], discriminator.Logits(features).shape);
        Assert.Equal([5, 2], discriminator.ClassLogits(features).shape);
    }

    [Fact]
    public void Before_the_first_step_a_block_hands_on_what_it_gets_and_every_other_layer_keeps_the_variance()
    {
        using var scope = NewDisposeScope();
        var spec = s_generator with { Width = 64, MaxWidth = 128, GroupSize = 16, Expansion = 2, ZDim = 64 };
        using var generator = Generator.Of(spec);
        generator.Initialise(3);
        int blocks = ResidualStages.Of(spec).AllBlocks;

        foreach (var (name, parameter) in generator.named_parameters())
        {
            double inputs = parameter.numel() / (double)parameter.shape[0];
            double expected = parameter.dim() == 1 || name.EndsWith("conv3.weight", StringComparison.Ordinal) ? 0
                : name == "basis" ? 1
                : name.StartsWith("block", StringComparison.Ordinal) ? Math.Sqrt(2 / 1.04 / inputs) * Math.Pow(blocks, -0.25)
                : Math.Sqrt(1 / inputs);
            double found = parameter.square().mean().sqrt().ToDouble();
            Assert.True(Math.Abs(found - expected) <= 0.12 * expected, $"{name}: deviation {found}, expected {expected}");
        }
    }

    [Fact]
    public void The_same_seed_draws_the_same_weights_and_another_draws_others()
    {
        float[] Weights(ulong seed)
        {
            using var network = Discriminator.Of(s_discriminator);
            network.Initialise(seed);
            return [.. network.parameters().SelectMany(parameter => parameter.data<float>().ToArray())];
        }

        Assert.Equal(Weights(1), Weights(1));
        Assert.NotEqual(Weights(1), Weights(2));
    }

    [Fact]
    public void Both_networks_move_to_another_type_as_a_whole()
    {
        using var scope = NewDisposeScope();
        using var generator = Generator.Of(s_generator).to(float64);
        using var discriminator = Discriminator.Of(s_discriminator).to(float64);

        var logits = discriminator.call(generator.call(Values(2, 7).to(float64)));
        logits.sum().backward();

        Assert.Equal(float64, logits.dtype);
        Assert.All(generator.named_parameters().Concat(discriminator.named_parameters()), pair => Assert.True(pair.parameter.grad is not null, pair.name));
    }

    [Fact]
    public void Each_knob_that_makes_no_sense_is_named()
    {
        var generator = s_generator with { BatchNorm = true, MaxWidth = 5, Blocks = 0, TopBlocks = -1, GroupSize = 0, Expansion = 9, Depth = 1 };

        Assert.Equal(
            [
                "generator batchNorm is on, but network 'residual' has no normalisation; expected off",
                "generator depth is 1, which network 'residual' counts by blocks; expected 0",
                "generator maxWidth is 5; expected width (6) to 4096",
                "generator blocks is 0; expected 1 to 16 at each side",
                "generator topBlocks is -1; expected 0 (as blocks) to 16",
                "generator groupSize is 0; expected 1 to 1024 channels",
                "generator expansion is 9; expected more than 0 and at most 8",
            ],
            generator.Validate());
        Assert.Equal(
            ["discriminator dropout is 0.5, but network 'residual' has none; expected 0"],
            (s_discriminator with { Dropout = 0.5f }).Validate());
        Assert.Equal(
            ["generator blocks is 2, a knob of network 'residual' that 'dcgan' has not; expected 0"],
            new GeneratorSpec { Blocks = 2 }.Validate());
    }

    private static Tensor Values(params long[] shape)
    {
        var values = new float[shape.Aggregate(1L, (product, side) => product * side)];
        new CounterRandom(5, 0, Purpose.Sample).FillNormal(values);
        return tensor(values, shape);
    }

    private static void AssertTensors(IReadOnlyList<(string Name, long[] Shape)> expected, nn.Module network)
    {
        var actual = network.state_dict();
        Assert.Equal(expected.Select(e => e.Name).Order(), actual.Keys.Order());
        Assert.All(expected, e => Assert.Equal(e.Shape, actual[e.Name].shape));
    }
}
