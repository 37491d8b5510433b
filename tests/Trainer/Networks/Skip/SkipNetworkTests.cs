using LatentWalk.Core.Networks;
using LatentWalk.Core.Randomness;
using LatentWalk.Trainer.Networks;
using LatentWalk.Trainer.Training;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;
using Generator = LatentWalk.Trainer.Networks.Generator;

namespace LatentWalk.Trainer.Tests.Networks.Skip;

public sealed class SkipNetworkTests
{
    private static readonly GeneratorSpec s_generator = new() { Network = NetworkKinds.Skip, Resolution = 16, Width = 4, ZDim = 7, LeakySlope = 0.2f };
    private static readonly DiscriminatorSpec s_discriminator = new() { Network = NetworkKinds.Skip, Resolution = 16, Width = 4, BatchNorm = false };

    [Theory]
    [InlineData(16, false, 1, 0)]
    [InlineData(32, true, 0, 3)]
    [InlineData(128, true, 0, 0)]
    [InlineData(512, false, 0, 0)]
    public void Networks_have_the_tensors_that_the_checkpoint_names(int resolution, bool batchNorm, int depth, int classes)
    {
        var generator = s_generator with { Resolution = resolution, BatchNorm = batchNorm, Depth = depth, Classes = classes };
        var discriminator = s_discriminator with { Resolution = resolution, BatchNorm = batchNorm, Depth = depth, Classes = classes };
        using var drawing = Generator.Of(generator);
        using var judging = Discriminator.Of(discriminator);

        AssertTensors(TensorNames.Of(generator), drawing);
        AssertTensors(TensorNames.Of(discriminator), judging);
    }

    [Fact]
    public void At_128_the_smallest_levels_gate_those_sixteen_times_larger()
    {
        var spec = s_generator with { Resolution = 128, Width = 16 };

        Assert.Equal([256, 256, 128, 64, 32, 16], Enumerable.Range(1, 6).Select(level => SkipShape.Channels(spec, level)));
        Assert.Equal([0, 0, 0, 0, 1, 2], Enumerable.Range(1, 6).Select(level => SkipShape.GatedBy(spec, level)));
        Assert.Equal([4, 8, 16, 32, 64, 128], Enumerable.Range(1, 6).Select(SkipShape.Side));
    }

    [Fact]
    public void The_smallest_level_can_gate_every_other_one()
    {
        var spec = s_generator with { Resolution = 128, GateAll = true };

        Assert.Equal([0, 1, 1, 1, 1, 1], Enumerable.Range(1, 6).Select(level => SkipShape.GatedBy(spec, level)));
    }

    [Theory]
    [InlineData(16, 1, 16)]
    [InlineData(64, 3, 5)]
    public void A_generator_with_a_palette_has_the_tensors_that_the_checkpoint_names(int resolution, int channels, int colours)
    {
        var spec = s_generator with { Resolution = resolution, Channels = channels, GateAll = true, Palette = colours };
        using var network = Generator.Of(spec);

        AssertTensors(TensorNames.Of(spec), network);
    }

    [Fact]
    public void Where_one_colour_has_all_the_say_the_picture_is_of_that_colour_throughout()
    {
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        using var network = Generator.Of(s_generator with { Palette = 4, Tanh = false });
        network.Initialise(seed: 1);
        network.eval();
        var tensors = network.state_dict();
        tensors[SkipTensors.Picture + TensorNames.Bias][2] = 200;
        tensors[SkipTensors.Palette + TensorNames.Weight].fill_(0);
        tensors[SkipTensors.Palette + TensorNames.Bias].copy_(tensor(Enumerable.Range(0, 12).Select(i => i / 10f).ToArray(), [12]));

        var picture = network.call(ones(1, 7));

        // All reds come first, four of them, then all greens: the third colour is 0.2, 0.6, 1.0.
        Assert.All(Enumerable.Range(0, 3), channel => Assert.All(picture[0, channel].data<float>().ToArray(), value => Assert.Equal(0.2 + (0.4 * channel), value, 1e-5)));
    }

    [Fact]
    public void A_latent_always_draws_the_same_picture()
    {
        using var scope = NewDisposeScope();
        using var network = Generator.Of(s_generator);
        network.Initialise(seed: 1);
        network.eval();
        var latents = tensor(Enumerable.Range(0, 14).Select(i => (float)Math.Sin(i)).ToArray(), [2, 7]);

        var first = network.call(latents);

        Assert.Equal([2, 3, 16, 16], first.shape);
        Assert.Equal(first.data<float>().ToArray(), network.call(latents).data<float>().ToArray());
        Assert.True((first[0] - first[1]).abs().max().ToSingle() > 0.01);
    }

    [Fact]
    public void A_gate_that_is_shut_lets_nothing_of_its_level_through()
    {
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        using var network = Generator.Of(s_generator);
        network.Initialise(seed: 1);
        network.eval();
        network.state_dict()[SkipTensors.Excite(3) + TensorNames.Bias].fill_(-200);
        network.state_dict()[SkipTensors.Picture + TensorNames.Bias].fill_(0.5);

        var pictures = network.call(ones(1, 7));

        Assert.All(pictures.data<float>().ToArray(), value => Assert.Equal(Math.Tanh(0.5), value, 1e-6));
    }

    [Fact]
    public void What_is_drawn_of_the_features_teaches_every_level_above_them_and_comes_nearer()
    {
        using var scope = NewDisposeScope();
        using var network = Discriminator.Of(s_discriminator with { Width = 16 });
        network.Initialise(seed: 1);
        using var optimizer = optim.Adam(network.parameters(), 2e-3);
        var pictures = Pictures();
        var losses = new List<double>();

        for (int step = 1; step <= 120; step++)
        {
            using var inner = NewDisposeScope();
            network.zero_grad();
            var loss = network.Reconstruction(network.Features(pictures), pictures, new CounterRandom(1, (ulong)step, Purpose.Reconstruction))!;
            losses.Add(loss.ToDouble());
            loss.backward();
            optimizer.step();
        }

        // The heads alone learn nothing of it.
        var untaught = network.named_parameters().Where(p => p.parameter.grad is null || p.parameter.grad.abs().max().ToDouble() == 0).Select(p => p.name);
        Assert.Equal(["logit.bias", "logit.weight"], untaught.Order());
        Assert.True(losses.TakeLast(10).Average() < 0.6 * losses[0], $"{losses[0]:0.000} at first, {losses.TakeLast(10).Average():0.000} at last");
    }

    [Fact]
    public void The_quarter_that_is_looked_at_is_drawn_by_step()
    {
        using var scope = NewDisposeScope();
        using var network = Discriminator.Of(s_discriminator);
        network.Initialise(seed: 1);
        var pictures = Pictures();
        var features = network.Features(pictures);

        double Loss(int step) => network.Reconstruction(features, pictures, new CounterRandom(1, (ulong)step, Purpose.Reconstruction))!.ToDouble();

        Assert.Equal(Loss(1), Loss(1));
        Assert.Equal(4, Enumerable.Range(1, 40).Select(Loss).Distinct().Count());
    }

    [Fact]
    public void A_training_step_adds_it_by_its_weight()
    {
        float[] Decoder(string weight)
        {
            var options = Tiny.Options("few-shot-128", ("loss.reconstruction", weight), ("penalty.kind", "none"));
            using var state = new TrainingState(options, CPU);
            using var scope = NewDisposeScope();
            new TrainingStep(state).Run(Pictures(), ones(4, 12), null, read: false);
            return state.Discriminator.state_dict()[SkipTensors.Decoder(SkipTensors.Whole, 1) + TensorNames.Weight].data<float>().ToArray();
        }

        using var untrained = new TrainingState(Tiny.Options("few-shot-128"), CPU);
        float[] before = untrained.Discriminator.state_dict()[SkipTensors.Decoder(SkipTensors.Whole, 1) + TensorNames.Weight].data<float>().ToArray();
        Assert.Equal(before, Decoder("0"));
        Assert.NotEqual(before, Decoder("1"));
    }

    [Fact]
    public void What_makes_no_sense_is_refused_with_the_reason()
    {
        Assert.Contains("generator resolution is 8, but network 'skip' begins at 16", (s_generator with { Resolution = 8 }).Validate());
        Assert.Contains("discriminator resolution is 8, but network 'skip' begins at 16", (s_discriminator with { Resolution = 8 }).Validate());
        Assert.Equal(["generator palette is 1; expected 0 (none) or 2 to 256 colours"], (s_generator with { Palette = 1 }).Validate());
        Assert.Equal(
            ["generator gateAll is true, a knob of network 'skip' that 'dcgan' has not; expected false", "generator palette is 8, a knob of network 'skip' that 'dcgan' has not; expected 0"],
            (s_generator with { Network = NetworkKinds.Dcgan, GateAll = true, Palette = 8 }).Validate());
        Assert.Equal(
            ["loss.reconstruction is 2 but discriminator.network is 'dcgan', which reconstructs nothing; set discriminator.network to skip, or loss.reconstruction to 1"],
            Tiny.Options("modern-64", ("loss.reconstruction", "2")).Validate());
        Assert.Equal(
            ["loss.reconstruction is -1; it must be 0 (none) or more"],
            Tiny.Options("few-shot-128", ("loss.reconstruction", "-1")).Validate());
    }

    // Each another flat colour with a bright square in it.
    private static Tensor Pictures()
    {
        var values = new float[4 * 3 * 16 * 16];
        for (int i = 0; i < values.Length; i++)
        {
            int picture = i / (3 * 256), channel = i / 256 % 3, row = i / 16 % 16, column = i % 16;
            bool square = row / 4 == picture && column / 4 == 3 - picture;
            values[i] = square ? 0.9f : (0.4f * channel) - 0.2f - (0.1f * picture);
        }

        return tensor(values, [4, 3, 16, 16]);
    }

    private static void AssertTensors(IReadOnlyList<(string Name, long[] Shape)> expected, nn.Module network)
    {
        var actual = network.state_dict();
        Assert.Equal(expected.Select(e => e.Name).Order(), actual.Keys.Order());
        Assert.All(expected, e => Assert.Equal(e.Shape, actual[e.Name].shape));
    }
}
