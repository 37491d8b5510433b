using LatentWalk.Core.Errors;
using LatentWalk.Core.Networks;

namespace LatentWalk.Core.Onnx;

/// <summary>A checkpoint's generator as the layers of its graph, every tensor there and of the right size.</summary>
internal static class FoldedGenerator
{
    public static IReadOnlyList<FoldedLayer> From(GeneratorSpec spec, IWeights weights)
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
            RequireLength(weights, name + TensorNames.Weight, (long)inputs * outputs * FoldedLayer.Kernel);
            float[] bias = normalised ? new float[outputs] : Take(weights, name + TensorNames.Bias, outputs);
            var layer = new FoldedLayer(inputs, outputs, weights, name + TensorNames.Weight, bias, null);
            layers[k - 1] = normalised ? Fold(layer, weights, TensorNames.BatchNorm(k), spec.BatchNormEpsilon) : layer;
            inputs = outputs;
        }

        return layers;
    }

    public static void RequireFinite(ReadOnlySpan<float> values, string name)
    {
        for (int k = 0; k < values.Length; k++)
        {
            if (!float.IsFinite(values[k]))
            {
                throw new BadModelException($"Value {k} of tensor '{name}' is {values[k]}: the training had diverged here; use an earlier checkpoint.");
            }
        }
    }

    private static FoldedLayer Fold(FoldedLayer layer, IWeights weights, string name, double epsilon) =>
        layer.WithBatchNorm(
            Take(weights, name + TensorNames.Weight, layer.Outputs),
            Take(weights, name + TensorNames.Bias, layer.Outputs),
            Take(weights, name + TensorNames.RunningMean, layer.Outputs),
            Take(weights, name + TensorNames.RunningVar, layer.Outputs),
            epsilon);

    private static float[] Take(IWeights weights, string name, int length)
    {
        RequireLength(weights, name, length);
        var values = new float[length];
        weights.Read(name, values);
        RequireFinite(values, name);
        return values;
    }

    private static void RequireLength(IWeights weights, string name, long length)
    {
        long found = weights.Length(name)
            ?? throw new BadModelException($"The generator has no tensor '{name}', which its description calls for; the checkpoint is incomplete, use another one.");
        if (found != length)
        {
            throw new BadModelException($"Tensor '{name}' has {found} values, expected {length} by the generator's description; the checkpoint is inconsistent, use another one.");
        }
    }
}
