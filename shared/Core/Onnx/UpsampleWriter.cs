using LatentWalk.Core.Networks;

namespace LatentWalk.Core.Onnx;

/// <summary>A transposed convolution 4×4, stride 2, padding 1, in one of two ways that compute the same.</summary>
/// <remarks>
/// In one dimension it is y[p] = Σ x[i] W[p - 2i + 1]. Let u be x with zeros between, u[2i] = x[i], u[2i + 1] = 0; then
/// y[p] = Σ u[q] W[p - q + 1], a convolution of u with the kernel turned round, padded by 2 before and 1 behind. Zeros between are
/// Resize by 2, nearest (each value twice), times a mask that is 1 at even places: rows times columns in two dimensions. All
/// of it is exact; three of four products in the Conv are with a zero.
/// </remarks>
internal sealed class UpsampleWriter(GraphWriter writer, ConstantWriter constants, Upsample way)
{
    private string? _scales;

    /// <param name="x">[batch, in, side, side].</param>
    /// <param name="side">Of x.</param>
    /// <param name="layer">Number of the layer, from 1.</param>
    /// <returns>[batch, out, 2 side, 2 side].</returns>
    public string Layer(string x, FoldedLayer folded, int side, int layer)
    {
        string name = TensorNames.TransposedConvolution(layer);
        return way == Upsample.Transposed
            ? writer.Node("ConvTranspose", name, [x, .. Weights(name, folded, WeightLayout.Transposed)],
                GraphWriter.Numbers("kernel_shape", 4, 4),
                GraphWriter.Numbers("pads", 1, 1, 1, 1),
                GraphWriter.Numbers("strides", 2, 2))
            : writer.Node("Conv", name, [ZerosBetween(x, name, 2 * side), .. Weights(name, folded, WeightLayout.Convolution)],
                GraphWriter.Numbers("kernel_shape", 4, 4),
                GraphWriter.Numbers("pads", 2, 2, 1, 1));
    }

    private string ZerosBetween(string x, string name, int side)
    {
        _scales ??= writer.Constant("upsample.scales", [1f, 1, 2, 2], 4);
        string doubled = writer.Repeated(x, $"{name}.doubled", _scales);
        float[] even = [.. Enumerable.Range(0, side).Select(k => k % 2 == 0 ? 1f : 0f)];
        string mask = writer.Node("Mul", $"{name}.mask",
            [constants.Floats($"{name}.rows", even, side, 1), constants.Floats($"{name}.columns", even, 1, side)]);
        return writer.Node("Mul", $"{name}.spread", [doubled, mask]);
    }

    private string[] Weights(string name, FoldedLayer folded, WeightLayout layout) =>
    [
        constants.Weight(name + TensorNames.Weight, new LayerWeight(folded, layout)),
        constants.Floats(name + TensorNames.Bias, folded.Bias, folded.Outputs),
    ];
}
