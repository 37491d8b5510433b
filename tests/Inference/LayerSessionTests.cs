using Google.Protobuf;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Latents;
using LatentWalk.Core.Networks;
using LatentWalk.Core.Onnx;
using Xunit;

namespace LatentWalk.Inference.Tests;

public sealed class LayerSessionTests
{
    private static readonly GeneratorSpec Plain = SmallGenerator.Spec with { BatchNorm = false, LeakySlope = 0.2f };

    [Fact]
    public void Every_hidden_layer_comes_out_in_order_with_its_channels_and_side()
    {
        using var session = Open(Plain);

        var maps = session.Run(Latent.FromSeed(1, Plain.ZDim));

        Assert.Equal([("act1", 6, 4, 4), ("act2", 3, 8, 8)], maps.Select(map => (map.Name, map.Channels, map.Height, map.Width)));
        Assert.All(maps, map => Assert.Equal(map.Channels * map.Height * map.Width, map.Values.Length));
    }

    [Fact]
    public void The_first_map_is_the_activation_of_the_first_layers_sum()
    {
        var weights = SmallGenerator.Weights(Plain);
        float[] z = Latent.FromSeed(1, Plain.ZDim);
        using var session = Open(Plain);

        float[] map = session.Run(z)[0].Values;

        for (int i = 0; i < map.Length; i++)
        {
            double sum = weights["tconv1.bias"][i / 16] + z.Select((v, k) => (double)v * weights["tconv1.weight"][(k * map.Length) + i]).Sum();
            Assert.Equal(sum < 0 ? sum * 0.2 : sum, map[i], 1e-5);
        }
    }

    [Theory]
    [InlineData(Precision.Float16Weights, Upsample.Resize)]
    [InlineData(Precision.Float16, Upsample.Transposed)]
    [InlineData(Precision.Float16, Upsample.Resize)]
    [InlineData(Precision.Int8Weights, Upsample.Transposed)]
    public void Every_variant_can_be_looked_into(Precision precision, Upsample upsample)
    {
        float[] z = Latent.FromSeed(1, Plain.ZDim);
        using var full = Open(Plain);
        using var variant = Open(Plain, new GraphOptions { Precision = precision, Upsample = upsample });

        var expected = full.Run(z);
        var actual = variant.Run(z);

        Assert.Equal(expected.Select(map => (map.Name, map.Values.Length)), actual.Select(map => (map.Name, map.Values.Length)));
        foreach (var (map, other) in expected.Zip(actual))
        {
            float largest = map.Values.Max(Math.Abs);
            Assert.All(map.Values.Zip(other.Values), pair => Assert.Equal(pair.First, pair.Second, precision == Precision.Int8Weights ? largest / 20 : largest / 500));
        }
    }

    [Fact]
    public void A_file_of_others_with_a_fixed_batch_and_no_activation_shows_its_convolutions()
    {
        var model = GeneratorGraph.Build(Plain, SmallGenerator.Weights(Plain));
        foreach (var node in model.Graph.Node.Where(node => node.OpType == "LeakyRelu"))
        {
            node.OpType = "Neg";
            node.Attribute.Clear();
        }

        model.Graph.Input[0].Type.TensorType.Shape.Dim[0].DimValue = 3;
        using var session = LayerSession.Open(model.ToByteArray(), "foreign.onnx");

        Assert.Equal(["tconv2", "tconv3"], session.Run(Latent.FromSeed(1, Plain.ZDim)).Select(map => map.Name));
    }

    [Fact]
    public void A_model_without_layers_says_so()
    {
        var model = GeneratorGraph.Build(Plain, SmallGenerator.Weights(Plain));
        model.Graph.Node.Where(node => node.OpType is "LeakyRelu" or "ConvTranspose").ToList().ForEach(node => node.OpType = "Identity");
        var error = Assert.Throws<BadModelException>(() => LayerOutputs.Add(model.ToByteArray(), "flat.onnx"));
        Assert.Equal("flat.onnx has no activation and no convolution to look into; the layer maps need a convolutional generator.", error.Message);
    }

    private static LayerSession Open(GeneratorSpec spec, GraphOptions? options = null) =>
        LayerSession.Open(GeneratorGraph.Build(spec, SmallGenerator.Weights(spec), options: options).ToByteArray(), "small.onnx");
}
