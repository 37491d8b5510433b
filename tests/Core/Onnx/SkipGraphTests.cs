using LatentWalk.Core.Networks;
using LatentWalk.Core.Onnx;
using Xunit;

namespace LatentWalk.Core.Tests.Onnx;

public sealed class SkipGraphTests
{
    private static readonly GeneratorSpec s_small = new()
    {
        Network = NetworkKinds.Skip, ZDim = 5, Resolution = 16, Width = 2, BatchNorm = false, Tanh = false, GateAll = true, Palette = 4,
    };

    [Fact]
    public void A_small_generator_with_a_palette_is_this_graph()
    {
        string text = GraphText.Of(GeneratorGraph.Build(s_small, GeneratorGraphTests.Weights(s_small)));

        Assert.Equal(
            """
            ir 8 opset 17 by Latent Walk
            in    z Float [batch, 5]
            const tconv1.weight Float [5, 128]
            const tconv1.bias Float [128]
            const tconv1.shape Int64 [4]
            const double.scales Float [4]
            const conv2.weight Float [4, 8, 3, 3]
            const conv2.bias Float [4]
            const squeeze2.weight Float [4, 8, 4, 4]
            const squeeze2.bias Float [4]
            const excite2.weight Float [4, 4, 1, 1]
            const excite2.bias Float [4]
            const conv3.weight Float [2, 4, 3, 3]
            const conv3.bias Float [2]
            const squeeze3.weight Float [2, 8, 4, 4]
            const squeeze3.bias Float [2]
            const excite3.weight Float [2, 2, 1, 1]
            const excite3.bias Float [2]
            const rgb.weight Float [4, 2, 3, 3]
            const rgb.bias Float [4]
            const palette_squeeze.weight Float [12, 8, 4, 4]
            const palette_squeeze.bias Float [12]
            const palette.weight Float [12, 12, 1, 1]
            const palette.bias Float [12]
            const colours.shape Int64 [3]
            const pixel_shares.shape Int64 [3]
            const mixture.shape Int64 [4]
            const lowest Float []
            const highest Float []
            Gemm(z, tconv1.weight, tconv1.bias) -> tconv1_flat
            Reshape(tconv1_flat, tconv1.shape) -> tconv1
            Relu(tconv1) -> act1
            Resize(act1, , double.scales) mode="nearest" coordinate_transformation_mode="asymmetric" nearest_mode="floor" -> doubled2
            Conv(doubled2, conv2.weight, conv2.bias) kernel_shape=[3, 3] pads=[1, 1, 1, 1] -> conv2
            Relu(conv2) -> act2
            Conv(act1, squeeze2.weight, squeeze2.bias) kernel_shape=[4, 4] pads=[0, 0, 0, 0] -> squeeze2
            Relu(squeeze2) -> squeezed2
            Conv(squeezed2, excite2.weight, excite2.bias) kernel_shape=[1, 1] pads=[0, 0, 0, 0] -> excite2
            Sigmoid(excite2) -> gate2
            Mul(act2, gate2) -> level2
            Resize(level2, , double.scales) mode="nearest" coordinate_transformation_mode="asymmetric" nearest_mode="floor" -> doubled3
            Conv(doubled3, conv3.weight, conv3.bias) kernel_shape=[3, 3] pads=[1, 1, 1, 1] -> conv3
            Relu(conv3) -> act3
            Conv(act1, squeeze3.weight, squeeze3.bias) kernel_shape=[4, 4] pads=[0, 0, 0, 0] -> squeeze3
            Relu(squeeze3) -> squeezed3
            Conv(squeezed3, excite3.weight, excite3.bias) kernel_shape=[1, 1] pads=[0, 0, 0, 0] -> excite3
            Sigmoid(excite3) -> gate3
            Mul(act3, gate3) -> level3
            Conv(level3, rgb.weight, rgb.bias) kernel_shape=[3, 3] pads=[1, 1, 1, 1] -> rgb
            Conv(act1, palette_squeeze.weight, palette_squeeze.bias) kernel_shape=[4, 4] pads=[0, 0, 0, 0] -> palette_squeeze
            Relu(palette_squeeze) -> palette_squeezed
            Conv(palette_squeezed, palette.weight, palette.bias) kernel_shape=[1, 1] pads=[0, 0, 0, 0] -> palette
            Reshape(palette, colours.shape) -> colours
            Softmax(rgb) axis=1 -> shares
            Reshape(shares, pixel_shares.shape) -> pixel_shares
            MatMul(colours, pixel_shares) -> mixed
            Reshape(mixed, mixture.shape) -> mixture
            Clip(mixture, lowest, highest) -> image
            out   image Float [batch, 3, 16, 16]
            """.ReplaceLineEndings("\n"),
            text);
    }

    [Theory]
    [InlineData(Precision.Full, PixelOutput.Floats, 0)]
    [InlineData(Precision.Float16, PixelOutput.Floats, 3)]
    [InlineData(Precision.Float16Weights, PixelOutput.Rgba8, 0)]
    [InlineData(Precision.Int8Weights, PixelOutput.Rgba8, 3)]
    public void Every_variant_is_let_pass_and_is_the_same_in_place(Precision precision, PixelOutput pixels, int classes) =>
        GeneratorGraphTests.AssertWrittenAsBuilt(s_small with { Classes = classes, BatchNorm = true }, new GraphOptions { Precision = precision, Pixels = pixels });
}
