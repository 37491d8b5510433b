using System.Runtime.InteropServices;
using Google.Protobuf;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Networks;
using LatentWalk.Core.Onnx;
using LatentWalk.Core.Onnx.Proto;

namespace LatentWalk.Core.Tests.Onnx;

public sealed class GraphVariantTests
{
    private static readonly GeneratorSpec s_small = new() { ZDim = 8, Resolution = 8, Width = 2, Channels = 1, BatchNorm = false };

    public static IEnumerable<object[]> All() =>
        from precision in Enum.GetValues<Precision>()
        from upsample in Enum.GetValues<Upsample>()
        from pixels in Enum.GetValues<PixelOutput>()
        select new object[] { precision, upsample, pixels };

    [Theory]
    [MemberData(nameof(All))]
    public void The_bytes_written_in_place_are_the_model(Precision precision, Upsample upsample, PixelOutput pixels)
    {
        var spec = new GeneratorSpec { ZDim = 8, Resolution = 16, Width = 2, Classes = 3 };
        var options = new GraphOptions { Precision = precision, Upsample = upsample, Pixels = pixels };
        var metadata = new GeneratorMetadata { ZDim = 8, Resolution = 16, Classes = 3, Author = "a" };
        var weights = GeneratorGraphTests.Weights(spec);

        byte[] file = [.. GeneratorGraph.Plan(spec, WeightTable.Of(weights), options).ToBytes(), .. CheckpointGraph.Metadata(metadata)];

        var expected = GeneratorGraph.Build(spec, weights, metadata, options);
        Assert.Equal(expected, ModelProto.Parser.ParseFrom(file));
        var summary = OnnxGuard.Check(file, "g.onnx");
        Assert.Equal((17, 8), (summary.Opset, summary.IrVersion));
        Assert.Equal("a", summary.Metadata["model_author"]);
    }

    [Fact]
    public void Without_transposed_convolutions_it_is_this_graph()
    {
        string text = GraphText.Of(GeneratorGraph.Build(s_small, GeneratorGraphTests.Weights(s_small), options: new GraphOptions { Upsample = Upsample.Resize }));

        Assert.Equal(
            """
            ir 8 opset 17 by Latent Walk
            in    z Float [batch, 8]
            const tconv1.weight Float [8, 32]
            const tconv1.bias Float [32]
            const tconv1.shape Int64 [4]
            const upsample.scales Float [4]
            const tconv2.rows Float [8, 1]
            const tconv2.columns Float [1, 8]
            const tconv2.weight Float [1, 2, 4, 4]
            const tconv2.bias Float [1]
            Gemm(z, tconv1.weight, tconv1.bias) -> tconv1_flat
            Reshape(tconv1_flat, tconv1.shape) -> tconv1
            Relu(tconv1) -> act1
            Resize(act1, , upsample.scales) mode="nearest" coordinate_transformation_mode="asymmetric" nearest_mode="floor" -> tconv2.doubled
            Mul(tconv2.rows, tconv2.columns) -> tconv2.mask
            Mul(tconv2.doubled, tconv2.mask) -> tconv2.spread
            Conv(tconv2.spread, tconv2.weight, tconv2.bias) kernel_shape=[4, 4] pads=[2, 2, 1, 1] -> tconv2
            Tanh(tconv2) -> image
            out   image Float [batch, 1, 8, 8]
            """.ReplaceLineEndings("\n"),
            text);
    }

    [Fact]
    public void In_half_precision_with_classes_it_is_this_graph()
    {
        var spec = s_small with { Classes = 2 };
        string text = GraphText.Of(GeneratorGraph.Build(spec, GeneratorGraphTests.Weights(spec), options: new GraphOptions { Precision = Precision.Float16 }));

        Assert.Equal(
            """
            ir 8 opset 17 by Latent Walk
            in    z Float [batch, 8]
            in    c Float [batch, 2]
            const tconv1.weight Float16 [10, 32]
            const tconv1.bias Float16 [32]
            const tconv1.shape Int64 [4]
            const tconv2.weight Float16 [2, 1, 4, 4]
            const tconv2.bias Float16 [1]
            Concat(z, c) axis=1 -> latent_and_condition
            Cast(latent_and_condition) to=10 -> latent_and_condition.half
            Gemm(latent_and_condition.half, tconv1.weight, tconv1.bias) -> tconv1_flat
            Reshape(tconv1_flat, tconv1.shape) -> tconv1
            Relu(tconv1) -> act1
            ConvTranspose(act1, tconv2.weight, tconv2.bias) kernel_shape=[4, 4] pads=[1, 1, 1, 1] strides=[2, 2] -> tconv2
            Cast(tconv2) to=1 -> tconv2.float
            Tanh(tconv2.float) -> image
            out   image Float [batch, 1, 8, 8]
            """.ReplaceLineEndings("\n"),
            text);
    }

    [Theory]
    [InlineData(Upsample.Transposed, 1)]
    [InlineData(Upsample.Resize, 0)]
    public void Byte_weights_are_symmetric_with_one_scale_for_each_output(Upsample upsample, int axis)
    {
        var spec = s_small with { Channels = 3 };
        var weights = GeneratorGraphTests.Weights(spec);
        // Output 0 has nothing but zeros, output 1 goes to 2.54, output 2 to -0.254.
        weights["tconv2.weight"] = [.. Enumerable.Range(0, 2 * 3 * 16).Select(k => (k / 16 % 3) switch { 0 => 0, 1 => k % 16 == 5 ? 2.54f : 0.02f, _ => k % 16 == 5 ? -0.254f : 0.001f })];

        var graph = GeneratorGraph.Build(spec, weights, options: new GraphOptions { Precision = Precision.Int8Weights, Upsample = upsample }).Graph;

        var node = Assert.Single(graph.Node, n => n.OpType == "DequantizeLinear" && n.Input[0] == "tconv2.weight");
        Assert.Equal(axis, node.Attribute.Single().I);
        float[] scales = MemoryMarshal.Cast<byte, float>(Constant(graph, "tconv2.weight.scale")).ToArray();
        Assert.Equal([1f, 2.54f / 127, 0.254f / 127], scales);
        sbyte[] levels = MemoryMarshal.Cast<byte, sbyte>(Constant(graph, "tconv2.weight")).ToArray();
        Assert.Equal("-127,0,1,127", string.Join(",", levels.Distinct().Order()));
        Assert.Equal(2, levels.Count(level => level == 127));
    }

    [Fact]
    public void Half_weights_are_the_nearest_halves()
    {
        var weights = GeneratorGraphTests.Weights(s_small);
        var graph = GeneratorGraph.Build(s_small, weights, options: new GraphOptions { Precision = Precision.Float16Weights }).Graph;

        Assert.Equal(weights["tconv1.weight"].Select(value => (Half)value), MemoryMarshal.Cast<byte, Half>(Constant(graph, "tconv1.weight")).ToArray());
        Assert.Equal("tconv1.weight.float", graph.Node.Single(n => n.OpType == "Gemm").Input[1]);
    }

    [Fact]
    public void A_bias_beyond_float16_is_refused_too()
    {
        var weights = GeneratorGraphTests.Weights(s_small);
        weights["tconv2.bias"][0] = -1e6f;

        var error = Assert.Throws<BadModelException>(() => GeneratorGraph.Build(s_small, weights, options: new GraphOptions { Precision = Precision.Float16 }));

        Assert.Equal("Value 0 of tensor 'tconv2.bias' is -1000000 with its batch norm multiplied in, beyond float16's 65504; export it with --precision fp32 or int8-weights.", error.Message);
    }

    private static ReadOnlySpan<byte> Constant(GraphProto graph, string name) => graph.Initializer.Single(tensor => tensor.Name == name).RawData.Span;
}
