using LatentWalk.Core.Networks;

namespace LatentWalk.Core.Onnx;

/// <summary>A <c>skip</c> generator's nodes, as <see cref="SkipShape"/> describes it; batch norm is folded into weights and bias.</summary>
internal sealed class SkipGraph(GraphWriter writer, ConstantWriter constants, GeneratorSpec spec, IWeights weights)
{
    private readonly string[] _levels = new string[spec.Layers + 1];
    private string? _scales;

    /// <param name="latent">[batch, zdim + classes].</param>
    /// <returns>[batch, channels, H, W], before Tanh.</returns>
    public string Add(string latent)
    {
        string x = DcganGraph.AddFirst(writer, constants, First(spec, weights), latent);
        for (int level = 1; level <= spec.Layers; level++)
        {
            x = level == 1 ? x : AddConvolution(AddDoubled(x, level), TensorNames.Convolution(level), TensorNames.BatchNorm(level), level - 1, level);
            x = writer.Activation(spec.LeakySlope, x, $"act{level}");
            for (int further = 1; further <= spec.Depth; further++)
            {
                x = AddConvolution(x, TensorNames.Convolution(level, further), TensorNames.BatchNorm(level, further), level, level);
                x = writer.Activation(spec.LeakySlope, x, $"act{level}_{further}");
            }

            x = SkipShape.GatedBy(spec, level) is > 0 and var by ? writer.Node("Mul", $"level{level}", [x, AddGate(level, by)]) : x;
            _levels[level] = x;
        }

        x = constants.Convolution(x, SkipTensors.Picture, Plain(SkipTensors.Picture, SkipShape.Channels(spec, spec.Layers), SkipShape.Drawn(spec), kernel: 3));
        return spec.Palette > 0 ? AddMixture(x) : x;
    }

    /// <summary>The first layer, which is a dcgan's.</summary>
    public static FoldedLayer First(GeneratorSpec spec, IWeights weights) =>
        FoldedGenerator.Layer(weights, 1, spec.Inputs, SkipShape.Channels(spec, 1), spec.BatchNorm, spec.BatchNormEpsilon);

    private string AddDoubled(string x, int level)
    {
        _scales ??= writer.Constant("double.scales", [1f, 1, 2, 2], 4);
        return writer.Repeated(x, $"doubled{level}", _scales);
    }

    private string AddConvolution(string x, string name, string norm, int from, int to) => constants.Convolution(x, name, FoldedConvolution.From(
        weights, name, spec.BatchNorm ? norm : null, SkipShape.Channels(spec, from), SkipShape.Channels(spec, to), kernel: 3, spec.BatchNormEpsilon));

    /// <returns>[batch, channels of the level, 1, 1], in 0 to 1.</returns>
    private string AddGate(int level, int by)
    {
        int pooled = SkipShape.Side(by) / 4, channels = SkipShape.Channels(spec, level);
        string x = _levels[by];
        if (pooled > 1)
        {
            x = writer.Node("AveragePool", $"pooled{level}", [x], GraphWriter.Numbers("kernel_shape", pooled, pooled), GraphWriter.Numbers("strides", pooled, pooled));
        }

        x = AddPixel(x, SkipTensors.Squeeze(level), $"squeezed{level}", SkipTensors.Excite(level), SkipShape.Channels(spec, by), channels);
        return writer.Node("Sigmoid", $"gate{level}", [x]);
    }

    /// <param name="shares">How much of each colour a pixel has, before softmax: [batch, colours, H, W].</param>
    /// <returns>[batch, channels, H, W].</returns>
    private string AddMixture(string shares)
    {
        int values = spec.Channels * spec.Palette, side = spec.Resolution;
        string colours = AddPixel(_levels[1], SkipTensors.PaletteSqueeze, "palette_squeezed", SkipTensors.Palette, SkipShape.Channels(spec, 1), values);
        colours = Reshaped(colours, "colours", spec.Channels, spec.Palette);
        shares = writer.Node("Softmax", "shares", [shares], GraphWriter.Number("axis", 1));
        shares = Reshaped(shares, "pixel_shares", spec.Palette, side * side);
        return Reshaped(writer.Node("MatMul", "mixed", [colours, shares]), "mixture", spec.Channels, side, side);
    }

    /// <returns>[batch, outputs, 1, 1], of a level pooled to 4×4.</returns>
    private string AddPixel(string x, string squeeze, string squeezed, string excite, int inputs, int outputs)
    {
        x = constants.Convolution(x, squeeze, Plain(squeeze, inputs, outputs, kernel: 4));
        x = writer.Activation(spec.LeakySlope, x, squeezed);
        return constants.Convolution(x, excite, Plain(excite, outputs, outputs, kernel: 1));
    }

    private string Reshaped(string x, string output, params long[] dims) => writer.Node("Reshape", output, [x, writer.Constant(output + ".shape", [-1, .. dims])]);

    private FoldedConvolution Plain(string name, int inputs, int outputs, int kernel) =>
        FoldedConvolution.From(weights, name, null, inputs, outputs, kernel, spec.BatchNormEpsilon);
}
