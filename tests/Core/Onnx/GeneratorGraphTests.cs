using Google.Protobuf;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Latents;
using LatentWalk.Core.Networks;
using LatentWalk.Core.Onnx;
using LatentWalk.Core.Onnx.Proto;
using Xunit;

namespace LatentWalk.Core.Tests.Onnx;

public sealed class GeneratorGraphTests
{
    [Fact]
    public void The_anime_64_generator_is_this_graph()
    {
        var spec = new GeneratorSpec();

        string text = GraphText.Of(GeneratorGraph.Build(spec, Weights(spec)));

        Assert.Equal(
            """
            ir 8 opset 17 by Latent Walk
            in    z Float [batch, 100]
            const tconv1.weight Float [100, 8192]
            const tconv1.bias Float [8192]
            const tconv1.shape Int64 [4]
            const tconv2.weight Float [512, 256, 4, 4]
            const tconv2.bias Float [256]
            const tconv3.weight Float [256, 128, 4, 4]
            const tconv3.bias Float [128]
            const tconv4.weight Float [128, 64, 4, 4]
            const tconv4.bias Float [64]
            const tconv5.weight Float [64, 3, 4, 4]
            const tconv5.bias Float [3]
            Gemm(z, tconv1.weight, tconv1.bias) -> tconv1_flat
            Reshape(tconv1_flat, tconv1.shape) -> tconv1
            Relu(tconv1) -> act1
            ConvTranspose(act1, tconv2.weight, tconv2.bias) kernel_shape=[4, 4] pads=[1, 1, 1, 1] strides=[2, 2] -> tconv2
            Relu(tconv2) -> act2
            ConvTranspose(act2, tconv3.weight, tconv3.bias) kernel_shape=[4, 4] pads=[1, 1, 1, 1] strides=[2, 2] -> tconv3
            Relu(tconv3) -> act3
            ConvTranspose(act3, tconv4.weight, tconv4.bias) kernel_shape=[4, 4] pads=[1, 1, 1, 1] strides=[2, 2] -> tconv4
            Relu(tconv4) -> act4
            ConvTranspose(act4, tconv5.weight, tconv5.bias) kernel_shape=[4, 4] pads=[1, 1, 1, 1] strides=[2, 2] -> tconv5
            Tanh(tconv5) -> image
            out   image Float [batch, 3, 64, 64]
            """.ReplaceLineEndings("\n"),
            text);
    }

    [Fact]
    public void A_skip_network_is_this_graph()
    {
        var spec = new GeneratorSpec { Network = NetworkKinds.Skip, ZDim = 8, Resolution = 16, Width = 2, Channels = 1, LeakySlope = 0.25f, BatchNorm = false };

        string text = GraphText.Of(GeneratorGraph.Build(spec, Weights(spec)));

        Assert.Equal(
            """
            ir 8 opset 17 by Latent Walk
            in    z Float [batch, 8]
            const tconv1.weight Float [8, 128]
            const tconv1.bias Float [128]
            const tconv1.shape Int64 [4]
            const double.scales Float [4]
            const conv2.weight Float [4, 8, 3, 3]
            const conv2.bias Float [4]
            const conv3.weight Float [2, 4, 3, 3]
            const conv3.bias Float [2]
            const squeeze3.weight Float [2, 8, 4, 4]
            const squeeze3.bias Float [2]
            const excite3.weight Float [2, 2, 1, 1]
            const excite3.bias Float [2]
            const rgb.weight Float [1, 2, 3, 3]
            const rgb.bias Float [1]
            Gemm(z, tconv1.weight, tconv1.bias) -> tconv1_flat
            Reshape(tconv1_flat, tconv1.shape) -> tconv1
            LeakyRelu(tconv1) alpha=0.25 -> act1
            Resize(act1, , double.scales) mode="nearest" coordinate_transformation_mode="asymmetric" nearest_mode="floor" -> doubled2
            Conv(doubled2, conv2.weight, conv2.bias) kernel_shape=[3, 3] pads=[1, 1, 1, 1] -> conv2
            LeakyRelu(conv2) alpha=0.25 -> act2
            Resize(act2, , double.scales) mode="nearest" coordinate_transformation_mode="asymmetric" nearest_mode="floor" -> doubled3
            Conv(doubled3, conv3.weight, conv3.bias) kernel_shape=[3, 3] pads=[1, 1, 1, 1] -> conv3
            LeakyRelu(conv3) alpha=0.25 -> act3
            Conv(act1, squeeze3.weight, squeeze3.bias) kernel_shape=[4, 4] pads=[0, 0, 0, 0] -> squeeze3
            LeakyRelu(squeeze3) alpha=0.25 -> squeezed3
            Conv(squeezed3, excite3.weight, excite3.bias) kernel_shape=[1, 1] pads=[0, 0, 0, 0] -> excite3
            Sigmoid(excite3) -> gate3
            Mul(act3, gate3) -> level3
            Conv(level3, rgb.weight, rgb.bias) kernel_shape=[3, 3] pads=[1, 1, 1, 1] -> rgb
            Tanh(rgb) -> image
            out   image Float [batch, 1, 16, 16]
            """.ReplaceLineEndings("\n"),
            text);
    }

    [Fact]
    public void A_grey_network_without_tanh_as_rgba8_is_this_graph()
    {
        var spec = new GeneratorSpec { ZDim = 8, Resolution = 8, Width = 2, Channels = 1, Tanh = false, LeakySlope = 0.25f, BatchNorm = false };

        string text = GraphText.Of(GeneratorGraph.Build(spec, Weights(spec), options: new GraphOptions { Pixels = PixelOutput.Rgba8 }));

        Assert.Equal(
            """
            ir 8 opset 17 by Latent Walk
            in    z Float [batch, 8]
            const tconv1.weight Float [8, 32]
            const tconv1.bias Float [32]
            const tconv1.shape Int64 [4]
            const tconv2.weight Float [2, 1, 4, 4]
            const tconv2.bias Float [1]
            const lowest Float []
            const highest Float []
            const one Float []
            const half_levels Float []
            const alpha_pads Int64 [8]
            const opaque Uint8 []
            Gemm(z, tconv1.weight, tconv1.bias) -> tconv1_flat
            Reshape(tconv1_flat, tconv1.shape) -> tconv1
            LeakyRelu(tconv1) alpha=0.25 -> act1
            ConvTranspose(act1, tconv2.weight, tconv2.bias) kernel_shape=[4, 4] pads=[1, 1, 1, 1] strides=[2, 2] -> tconv2
            Clip(tconv2, lowest, highest) -> signed
            Add(signed, one) -> shifted
            Mul(shifted, half_levels) -> scaled
            Round(scaled) -> rounded
            Cast(rounded) to=2 -> levels
            Concat(levels, levels, levels) axis=1 -> grey_rgb
            Pad(grey_rgb, alpha_pads, opaque) -> with_alpha
            Transpose(with_alpha) perm=[0, 2, 3, 1] -> image
            out   image Uint8 [batch, 8, 8, 4]
            """.ReplaceLineEndings("\n"),
            text);
    }

    [Fact]
    public void Batch_norm_folds_into_weight_and_bias()
    {
        // Two inputs, one output: y = (x - 3) * 2 / sqrt(4) + 5 = x + 2.
        var layer = Layer(2, 1, [1, 2], [0]).WithBatchNorm([2], [5], [3], [4], 0);

        Assert.Equal([1f, 2f], Kernels(layer));
        Assert.Equal([2f], layer.Bias);

        var halved = Layer(2, 2, [2, 4, 6, 8], [1, 1]).WithBatchNorm([1, 1], [0, 0], [0, 1], [4, 1], 0);

        Assert.Equal([1f, 4f, 3f, 8f], Kernels(halved));
        Assert.Equal([0.5f, 0f], halved.Bias);
    }

    // Kernels of one value each, 4×4 times.
    private static FoldedLayer Layer(int inputs, int outputs, float[] kernels, float[] bias) => new(
        inputs, outputs, WeightTable.Of(new Dictionary<string, float[]> { ["w"] = [.. kernels.SelectMany(value => Enumerable.Repeat(value, 16))] }), "w", bias, null);

    private static float[] Kernels(FoldedLayer layer)
    {
        var weight = new float[layer.WeightLength];
        layer.ReadWeight(weight);
        return [.. weight.Chunk(16).Select(kernel => Assert.Single(kernel.Distinct()))];
    }

    [Fact]
    public void The_same_network_gives_the_same_bytes()
    {
        var spec = new GeneratorSpec { ZDim = 8, Resolution = 16, Width = 2 };
        var metadata = new GeneratorMetadata { ZDim = 8, Resolution = 16, Directions = SefaBasis.Of(spec, Weights(spec)), Author = "a" };

        Assert.Equal(
            GeneratorGraph.Build(spec, Weights(spec), metadata).ToByteArray(),
            GeneratorGraph.Build(spec, Weights(spec).Reverse().ToDictionary(), metadata).ToByteArray());
    }

    [Theory]
    [InlineData("tconv2.weight", null, "no tensor 'tconv2.weight'")]
    [InlineData("bn1.running_var", 3, "Tensor 'bn1.running_var' has 3 values, expected 4")]
    public void Weights_that_do_not_fit_the_description_are_refused(string name, int? length, string message)
    {
        var spec = new GeneratorSpec { ZDim = 8, Resolution = 16, Width = 2 };
        var weights = Weights(spec);
        weights.Remove(name);
        if (length is int values)
        {
            weights[name] = new float[values];
        }

        Assert.Contains(message, Assert.Throws<BadModelException>(() => GeneratorGraph.Build(spec, weights)).Message);
    }

    [Fact]
    public void Weights_of_a_diverged_training_are_refused()
    {
        var spec = new GeneratorSpec { ZDim = 8, Resolution = 16, Width = 2 };
        var weights = Weights(spec);
        weights["tconv3.weight"][5] = float.NaN;

        var error = Assert.Throws<BadModelException>(() => GeneratorGraph.Build(spec, weights));

        Assert.Equal("Value 5 of tensor 'tconv3.weight' is NaN: the training had diverged here; use an earlier checkpoint.", error.Message);
    }

    /// <summary>The file that is written in place is the graph that is built, and the guard lets it pass.</summary>
    internal static void AssertWrittenAsBuilt(GeneratorSpec spec, GraphOptions options)
    {
        var weights = Weights(spec);

        byte[] file = GeneratorGraph.Write(spec, weights, options);

        Assert.Equal(GeneratorGraph.Build(spec, weights, options: options), ModelProto.Parser.ParseFrom(file));
        Assert.Equal(GeneratorGraph.OpsetVersion, OnnxGuard.Check(file, "g.onnx").Opset);
    }

    internal static Dictionary<string, float[]> Weights(GeneratorSpec spec)
    {
        ulong seed = 0;
        return TensorNames.Of(spec).ToDictionary(
            tensor => tensor.Name,
            tensor => (float[])[.. Latent.FromSeed(seed++, (int)tensor.Shape.Aggregate(1L, (a, b) => a * b)).Select(Math.Abs)]);
    }
}
