using LatentWalk.Core.Networks;

namespace LatentWalk.Core.Onnx;

/// <summary>A <c>dcgan</c> generator as the layers of its graph, every tensor there and of the right size.</summary>
internal static class FoldedGenerator
{
    public static IReadOnlyList<FoldedLayer> From(GeneratorSpec spec, IWeights weights)
    {
        var layers = new FoldedLayer[spec.Layers];
        int inputs = spec.Inputs;
        for (int k = 1; k <= spec.Layers; k++)
        {
            int outputs = spec.OutputChannels(k);
            layers[k - 1] = Layer(weights, k, inputs, outputs, TensorNames.HasBatchNorm(spec, k), spec.BatchNormEpsilon);
            inputs = outputs;
        }

        return layers;
    }

    /// <summary>Transposed convolution <paramref name="k"/>, counted from 1.</summary>
    public static FoldedLayer Layer(IWeights weights, int k, int inputs, int outputs, bool normalised, double epsilon)
    {
        string name = TensorNames.TransposedConvolution(k);
        weights.RequireLength(name + TensorNames.Weight, (long)inputs * outputs * FoldedLayer.Kernel);
        float[] bias = normalised ? new float[outputs] : weights.Take(name + TensorNames.Bias, outputs);
        var layer = new FoldedLayer(inputs, outputs, weights, name + TensorNames.Weight, bias, null);
        return normalised ? Fold(layer, weights, TensorNames.BatchNorm(k), epsilon) : layer;
    }

    /// <summary>[zdim + classes, features]: a first layer as the graph computes it.</summary>
    public static float[] FirstWeight(FoldedLayer first)
    {
        var weight = new float[first.WeightLength];
        first.ReadWeight(weight);
        return weight;
    }

    private static FoldedLayer Fold(FoldedLayer layer, IWeights weights, string name, double epsilon) =>
        layer.WithBatchNorm(
            weights.Take(name + TensorNames.Weight, layer.Outputs),
            weights.Take(name + TensorNames.Bias, layer.Outputs),
            weights.Take(name + TensorNames.RunningMean, layer.Outputs),
            weights.Take(name + TensorNames.RunningVar, layer.Outputs),
            epsilon);
}
