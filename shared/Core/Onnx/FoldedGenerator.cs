using LatentWalk.Core.Errors;
using LatentWalk.Core.Networks;

namespace LatentWalk.Core.Onnx;

/// <summary>A checkpoint's generator as the layers of its graph, every tensor there and of the right size.</summary>
internal static class FoldedGenerator
{
    public static IReadOnlyList<FoldedLayer> From(GeneratorSpec spec, IReadOnlyDictionary<string, float[]> weights)
    {
        var problems = spec.Validate();
        if (problems.Count > 0)
        {
            throw new BadModelException($"The generator's description is not usable: {string.Join("; ", problems)}.");
        }

        var layers = new FoldedLayer[spec.Layers];
        int inputs = spec.Inputs;
        for (int k = 1; k <= spec.Layers; k++)
        {
            int outputs = spec.OutputChannels(k);
            bool normalised = TensorNames.HasBatchNorm(spec, k);
            string name = TensorNames.TransposedConvolution(k);
            float[] weight = Take(weights, name + TensorNames.Weight, inputs * outputs * 16);
            float[] bias = normalised ? new float[outputs] : Take(weights, name + TensorNames.Bias, outputs);
            var layer = new FoldedLayer(inputs, outputs, weight, bias);
            layers[k - 1] = normalised ? Fold(layer, weights, TensorNames.BatchNorm(k), spec.BatchNormEpsilon) : layer;
            inputs = outputs;
        }

        return layers;
    }

    private static FoldedLayer Fold(FoldedLayer layer, IReadOnlyDictionary<string, float[]> weights, string name, double epsilon) =>
        layer.WithBatchNorm(
            Take(weights, name + TensorNames.Weight, layer.Outputs),
            Take(weights, name + TensorNames.Bias, layer.Outputs),
            Take(weights, name + TensorNames.RunningMean, layer.Outputs),
            Take(weights, name + TensorNames.RunningVar, layer.Outputs),
            epsilon);

    private static float[] Take(IReadOnlyDictionary<string, float[]> weights, string name, int length)
    {
        if (!weights.TryGetValue(name, out float[]? values))
        {
            throw new BadModelException($"The generator has no tensor '{name}', which its description calls for; the checkpoint is incomplete, use another one.");
        }

        if (values.Length != length)
        {
            throw new BadModelException($"Tensor '{name}' has {values.Length} values, expected {length} by the generator's description; the checkpoint is inconsistent, use another one.");
        }

        int bad = Array.FindIndex(values, value => !float.IsFinite(value));
        return bad < 0
            ? values
            : throw new BadModelException($"Value {bad} of tensor '{name}' is {values[bad]}: the training had diverged here; use an earlier checkpoint.");
    }
}
