using LatentWalk.Core.Networks;
using static LatentWalk.Core.Networks.ResidualTensors;
using static LatentWalk.Core.Networks.TensorNames;

namespace LatentWalk.Core.Onnx;

/// <summary>A <c>residual</c> generator's nodes: Gemm, Mul, Conv, LeakyRelu, Add and Resize.</summary>
/// <remarks>
/// Each channel of the basis is written with length 1 and its length multiplied into the latent's map, so that the map alone
/// says how much each direction of z moves: what <see cref="SefaBasis"/> looks at.
/// </remarks>
internal sealed class ResidualGraph(GraphWriter writer, ConstantWriter constants, GeneratorSpec spec, IWeights weights)
{
    private readonly ResidualStages _stages = ResidualStages.Of(spec);

    /// <param name="latent">[batch, zdim + classes].</param>
    /// <returns>[batch, channels, H, W], before Tanh.</returns>
    public string Add(string latent)
    {
        foreach (var (name, shape) in TensorNames.Of(spec))
        {
            weights.RequireLength(name, shape.Aggregate(1L, (a, b) => a * b));
        }

        string x = Start(latent);
        string? scales = null;
        foreach (int side in _stages.Sides)
        {
            if (side > 4)
            {
                // A 1×1 convolution and the interpolation may change places; before it there are a quarter of the pixels.
                x = _stages.ChangesBelow(side) ? Convolution(x, Up(side), _stages.ChannelsAt(side / 2), _stages.ChannelsAt(side), biased: false) : x;
                scales ??= writer.Constant("double.scales", [1f, 1, 2, 2], 4);
                x = writer.Node("Resize", $"double{side}", [x, "", scales],
                    GraphWriter.Text("coordinate_transformation_mode", "half_pixel"),
                    GraphWriter.Text("mode", "linear"));
            }

            for (int block = 1; block <= _stages.BlocksAt(side); block++)
            {
                x = Block(x, side, ResidualTensors.Block(side, block));
            }
        }

        return Convolution(x, Picture, _stages.ChannelsAt(spec.Resolution), spec.Channels, biased: true);
    }

    /// <summary>[zdim + classes, channels]: the map of the latent as the graph has it.</summary>
    public static float[] FirstWeight(GeneratorSpec spec, IWeights weights)
    {
        int channels = ResidualStages.Of(spec).ChannelsAt(4);
        weights.RequireLength(Latent + Weight, (long)channels * spec.Inputs);
        var (lengths, _) = UnitBasis(weights, channels);
        var map = new float[channels * spec.Inputs];
        new PlainWeight(weights, Latent + Weight, [channels, spec.Inputs], lengths).Read(map);
        var rows = new float[map.Length];
        for (int k = 0; k < map.Length; k++)
        {
            rows[(k % spec.Inputs * channels) + (k / spec.Inputs)] = map[k];
        }

        return rows;
    }

    private string Start(string latent)
    {
        int channels = _stages.ChannelsAt(4);
        var (lengths, basis) = UnitBasis(weights, channels);
        string scale = writer.Node("Gemm", Latent,
            [latent, constants.Weight(Latent + Weight, new PlainWeight(weights, Latent + Weight, [channels, spec.Inputs], lengths))],
            GraphWriter.Number("transB", 1));
        scale = writer.Node("Reshape", Latent + ".scale", [scale, writer.Constant(Latent + ".shape", [-1, channels, 1, 1])]);
        return writer.Node("Mul", "start", [scale, constants.Floats(Basis, basis, 1, channels, 4, 4)]);
    }

    private string Block(string x, int side, string name)
    {
        int outer = _stages.ChannelsAt(side), inner = _stages.InnerChannelsAt(side);
        string y = Convolution(x, $"{name}.{Enter}", outer, inner, biased: true);
        y = writer.Activation(spec.LeakySlope, y, $"{name}.act1");
        y = Convolution(y, $"{name}.{Grouped}", inner, inner, biased: true, side: 3, groups: inner / _stages.GroupSize);
        y = writer.Activation(spec.LeakySlope, y, $"{name}.act2");
        y = Convolution(y, $"{name}.{Leave}", inner, outer, biased: false);
        return writer.Node("Add", name, [x, y]);
    }

    private string Convolution(string x, string name, int inputs, int outputs, bool biased, int side = 1, int groups = 1)
    {
        string weight = constants.Weight(name + Weight, new PlainWeight(weights, name + Weight, [outputs, inputs / groups, side, side]));
        string[] bias = biased ? [constants.Floats(name + Bias, weights.Take(name + Bias, outputs), outputs)] : [];
        return writer.Node("Conv", name, [x, weight, .. bias],
            GraphWriter.Number("group", groups),
            GraphWriter.Numbers("kernel_shape", side, side),
            GraphWriter.Numbers("pads", side / 2, side / 2, side / 2, side / 2));
    }

    /// <returns>The length of each channel of the basis, and the basis [channels, 4, 4] with each of length 1 (or 0).</returns>
    private static (double[] Lengths, float[] Basis) UnitBasis(IWeights weights, int channels)
    {
        float[] basis = weights.Take(ResidualTensors.Basis, channels * 16);
        var lengths = new double[channels];
        for (int channel = 0; channel < channels; channel++)
        {
            var values = basis.AsSpan(channel * 16, 16);
            double squares = 0;
            foreach (float value in values)
            {
                squares += (double)value * value;
            }

            double length = Math.Sqrt(squares);
            lengths[channel] = (float)length;
            foreach (ref float value in values)
            {
                value = length > 0 ? (float)(value / length) : 0;
            }
        }

        return (lengths, basis);
    }
}
