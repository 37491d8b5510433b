using LatentWalk.Core.Networks;

namespace LatentWalk.Core.Onnx;

/// <summary>A <c>dcgan</c> generator's nodes.</summary>
/// <remarks>
/// The first transposed convolution sees a 1x1 picture, where it is a matrix product: written as Gemm + Reshape.
/// Batch norm is folded into weights and bias.
/// </remarks>
internal static class DcganGraph
{
    /// <param name="latent">[batch, zdim + classes].</param>
    /// <param name="way">How the side is doubled.</param>
    /// <returns>[batch, channels, H, W], before Tanh.</returns>
    public static string Add(GraphWriter writer, ConstantWriter constants, GeneratorSpec spec, IWeights weights, Upsample way, string latent)
    {
        var layers = FoldedGenerator.From(spec, weights);
        string x = AddFirst(writer, constants, layers[0], latent);
        var upsample = new UpsampleWriter(writer, constants, way);
        for (int k = 1; k < layers.Count; k++)
        {
            x = writer.Activation(spec.LeakySlope, x, $"act{k}");
            for (int further = 1; further <= spec.Depth; further++)
            {
                string name = TensorNames.Convolution(k, further);
                var convolution = FoldedConvolution.From(weights, name, spec.BatchNorm ? TensorNames.BatchNorm(k, further) : null, layers[k - 1].Outputs, layers[k - 1].Outputs, kernel: 3, spec.BatchNormEpsilon);
                x = constants.Convolution(x, name, convolution);
                x = writer.Activation(spec.LeakySlope, x, $"act{k}_{further}");
            }

            x = upsample.Layer(x, layers[k], side: 2 << k, layer: k + 1);
        }

        return x;
    }

    /// <returns>[batch, out, 4, 4].</returns>
    public static string AddFirst(GraphWriter writer, ConstantWriter constants, FoldedLayer first, string latent)
    {
        string firstName = TensorNames.TransposedConvolution(1);
        string x = writer.Node("Gemm", $"{firstName}_flat",
            [
                latent,
                constants.Weight(firstName + TensorNames.Weight, new LayerWeight(first, WeightLayout.Matrix)),
                constants.Floats(firstName + TensorNames.Bias, [.. first.Bias.SelectMany(value => Enumerable.Repeat(value, FoldedLayer.Kernel))], first.Outputs * FoldedLayer.Kernel),
            ]);
        return writer.Node("Reshape", firstName, [x, writer.Constant(firstName + ".shape", [-1, first.Outputs, 4, 4])]);
    }
}
