using static LatentWalk.Core.Networks.TensorNames;

namespace LatentWalk.Core.Networks;

/// <summary>The tensors of <c>dcgan</c> networks, as <see cref="TensorNames"/> has them.</summary>
internal static class DcganTensors
{
    /// <summary>Weights of layers are [in, out, 4, 4], those of further convolutions [out, out, 3, 3].</summary>
    public static IReadOnlyList<(string Name, long[] Shape)> Of(GeneratorSpec spec)
    {
        var tensors = new List<(string, long[])>();
        int input = spec.Inputs;
        for (int layer = 1; layer <= spec.Layers; layer++)
        {
            int output = spec.OutputChannels(layer);
            Layer(tensors, TransposedConvolution(layer), [input, output, 4, 4], output, BatchNorm(layer), HasBatchNorm(spec, layer));
            Further(tensors, layer, output, layer < spec.Layers ? spec.Depth : 0, spec.BatchNorm);
            input = output;
        }

        return tensors;
    }

    /// <summary>Weights of convolutions are [out, in, 4, 4].</summary>
    public static IReadOnlyList<(string Name, long[] Shape)> Of(DiscriminatorSpec spec)
    {
        var tensors = new List<(string, long[])>();
        int input = spec.Channels;
        for (int layer = 1; layer <= spec.Layers; layer++)
        {
            int output = spec.OutputChannels(layer);
            Layer(tensors, Convolution(layer), [output, input, 4, 4], output, BatchNorm(layer), HasBatchNorm(spec, layer));
            Further(tensors, layer, output, spec.Depth, spec.BatchNorm);
            input = output;
        }

        tensors.Add((Logit + Weight, [1, input * 16L]));
        tensors.Add((Logit + Bias, [1]));
        if (spec.Classes > 0)
        {
            tensors.Add((ClassLogits + Weight, [spec.Classes, input * 16L]));
            tensors.Add((ClassLogits + Bias, [spec.Classes]));
        }

        return tensors;
    }

    internal static void Further(List<(string, long[])> tensors, int layer, long filters, int depth, bool batchNorm)
    {
        for (int further = 1; further <= depth; further++)
        {
            Layer(tensors, Convolution(layer, further), [filters, filters, 3, 3], filters, BatchNorm(layer, further), batchNorm);
        }
    }

    /// <param name="norm">Name of the batch norm that follows.</param>
    internal static void Layer(List<(string, long[])> tensors, string name, long[] shape, long output, string norm, bool batchNorm)
    {
        tensors.Add((name + Weight, shape));
        if (!batchNorm)
        {
            tensors.Add((name + Bias, [output]));
            return;
        }

        tensors.Add((norm + Weight, [output]));
        tensors.Add((norm + Bias, [output]));
        tensors.Add((norm + RunningMean, [output]));
        tensors.Add((norm + RunningVar, [output]));
        tensors.Add((norm + BatchesTracked, []));
    }
}
