using Google.Protobuf;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Networks;
using LatentWalk.Core.Onnx;
using Xunit;

namespace LatentWalk.Core.Tests.Onnx;

public sealed class ResidualGraphTests
{
    private static readonly GeneratorSpec s_small = new()
    {
        Network = NetworkKinds.Residual, ZDim = 5, Resolution = 8, Width = 3, MaxWidth = 4, Blocks = 1, GroupSize = 2, Expansion = 1.5, BatchNorm = false, LeakySlope = 0.2f, Tanh = false,
    };

    [Fact]
    public void A_small_generator_is_this_graph()
    {
        string text = GraphText.Of(GeneratorGraph.Build(s_small, GeneratorGraphTests.Weights(s_small)));

        Assert.Equal(
            """
            ir 8 opset 17 by Latent Walk
            in    z Float [batch, 5]
            const latent.weight Float [4, 5]
            const latent.shape Int64 [4]
            const basis Float [1, 4, 4, 4]
            const block4_1.conv1.weight Float [6, 4, 1, 1]
            const block4_1.conv1.bias Float [6]
            const block4_1.conv2.weight Float [6, 2, 3, 3]
            const block4_1.conv2.bias Float [6]
            const block4_1.conv3.weight Float [4, 6, 1, 1]
            const up8.weight Float [3, 4, 1, 1]
            const double.scales Float [4]
            const block8_1.conv1.weight Float [4, 3, 1, 1]
            const block8_1.conv1.bias Float [4]
            const block8_1.conv2.weight Float [4, 2, 3, 3]
            const block8_1.conv2.bias Float [4]
            const block8_1.conv3.weight Float [3, 4, 1, 1]
            const rgb.weight Float [3, 3, 1, 1]
            const rgb.bias Float [3]
            const lowest Float []
            const highest Float []
            Gemm(z, latent.weight) transB=1 -> latent
            Reshape(latent, latent.shape) -> latent.scale
            Mul(latent.scale, basis) -> start
            Conv(start, block4_1.conv1.weight, block4_1.conv1.bias) group=1 kernel_shape=[1, 1] pads=[0, 0, 0, 0] -> block4_1.conv1
            LeakyRelu(block4_1.conv1) alpha=0.2 -> block4_1.act1
            Conv(block4_1.act1, block4_1.conv2.weight, block4_1.conv2.bias) group=3 kernel_shape=[3, 3] pads=[1, 1, 1, 1] -> block4_1.conv2
            LeakyRelu(block4_1.conv2) alpha=0.2 -> block4_1.act2
            Conv(block4_1.act2, block4_1.conv3.weight) group=1 kernel_shape=[1, 1] pads=[0, 0, 0, 0] -> block4_1.conv3
            Add(start, block4_1.conv3) -> block4_1
            Conv(block4_1, up8.weight) group=1 kernel_shape=[1, 1] pads=[0, 0, 0, 0] -> up8
            Resize(up8, , double.scales) coordinate_transformation_mode="half_pixel" mode="linear" -> double8
            Conv(double8, block8_1.conv1.weight, block8_1.conv1.bias) group=1 kernel_shape=[1, 1] pads=[0, 0, 0, 0] -> block8_1.conv1
            LeakyRelu(block8_1.conv1) alpha=0.2 -> block8_1.act1
            Conv(block8_1.act1, block8_1.conv2.weight, block8_1.conv2.bias) group=2 kernel_shape=[3, 3] pads=[1, 1, 1, 1] -> block8_1.conv2
            LeakyRelu(block8_1.conv2) alpha=0.2 -> block8_1.act2
            Conv(block8_1.act2, block8_1.conv3.weight) group=1 kernel_shape=[1, 1] pads=[0, 0, 0, 0] -> block8_1.conv3
            Add(double8, block8_1.conv3) -> block8_1
            Conv(block8_1, rgb.weight, rgb.bias) group=1 kernel_shape=[1, 1] pads=[0, 0, 0, 0] -> rgb
            Clip(rgb, lowest, highest) -> image
            out   image Float [batch, 3, 8, 8]
            """.ReplaceLineEndings("\n"),
            text);
    }

    [Theory]
    [InlineData(Precision.Full, PixelOutput.Floats, 0)]
    [InlineData(Precision.Float16, PixelOutput.Floats, 3)]
    [InlineData(Precision.Float16Weights, PixelOutput.Rgba8, 0)]
    [InlineData(Precision.Int8Weights, PixelOutput.Rgba8, 3)]
    public void Every_variant_is_let_pass_and_is_the_same_in_place(Precision precision, PixelOutput pixels, int classes) =>
        GeneratorGraphTests.AssertWrittenAsBuilt(s_small with { Resolution = 32, Classes = classes }, new GraphOptions { Precision = precision, Pixels = pixels });

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void Its_directions_are_those_that_move_the_first_picture_most(int classes)
    {
        var spec = s_small with { Classes = classes };
        var weights = GeneratorGraphTests.Weights(spec);

        // The first picture, value for value: [zdim, channels · 16].
        var pictures = new float[spec.ZDim * 4 * 16];
        for (int k = 0; k < pictures.Length; k++)
        {
            var (z, channel) = (k / 64, k / 16 % 4);
            pictures[k] = weights["latent.weight"][(channel * spec.Inputs) + z] * weights["basis"][k % 64];
        }

        var expected = SefaBasis.FromFirstLayer(pictures, spec.ZDim);
        var own = SefaBasis.Of(spec, weights);
        Assert.Equal(expected.Count, own.Count);
        foreach (var (a, b) in expected.Zip(own))
        {
            Assert.Equal(a.ExplainedVariance, b.ExplainedVariance, 1e-5f);
            if (a.ExplainedVariance > 1e-3)
            {
                Assert.All(a.Vector.Zip(b.Vector), pair => Assert.Equal(pair.First, pair.Second, 1e-3f));
            }
        }

        if (classes == 0)
        {
            byte[] file = GeneratorGraph.Build(spec, weights).ToByteArray();
            var read = SefaBasis.FromFirstLayer(FirstLayer.Find(file, spec.ZDim), spec.ZDim);
            Assert.Equal(own.Select(d => d.Vector), read.Select(d => d.Vector));
        }
    }

    [Fact]
    public void It_has_no_transposed_convolution_to_write_in_another_way()
    {
        var error = Assert.Throws<UsageException>(() => GeneratorGraph.Write(s_small, GeneratorGraphTests.Weights(s_small), new GraphOptions { Upsample = Upsample.Resize }));

        Assert.Equal("--upsample resize writes transposed convolutions in another way, and a generator of kind 'residual' has none. Leave --upsample out.", error.Message);
    }

    [Theory]
    [InlineData("block8_1.conv2.weight", null, "The generator has no tensor 'block8_1.conv2.weight'")]
    [InlineData("basis", 3, "Tensor 'basis' has 3 values, expected 64")]
    public void Weights_that_do_not_fit_the_description_are_refused(string name, int? length, string message)
    {
        var weights = GeneratorGraphTests.Weights(s_small);
        weights.Remove(name);
        if (length is { } values)
        {
            weights[name] = new float[values];
        }

        Assert.StartsWith(message, Assert.Throws<BadModelException>(() => GeneratorGraph.Build(s_small, weights)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_weight_that_is_not_a_number_is_refused()
    {
        var weights = GeneratorGraphTests.Weights(s_small);
        weights["up8.weight"][2] = float.NaN;

        var error = Assert.Throws<BadModelException>(() => GeneratorGraph.Build(s_small, weights));

        Assert.Equal("Value 2 of tensor 'up8.weight' is NaN: the training had diverged here; use an earlier checkpoint.", error.Message);
    }
}
