using LatentWalk.Core.Networks;

namespace LatentWalk.Core.Onnx;

/// <summary>One convolution with the batch norm that follows it multiplied in.</summary>
/// <param name="Weight">[out, in, kernel, kernel].</param>
/// <param name="Bias">[out], folded.</param>
/// <param name="Kernel">Side of the kernel.</param>
internal sealed record FoldedConvolution(GraphWeight Weight, float[] Bias, int Kernel)
{
    /// <param name="name">Of the convolution.</param>
    /// <param name="norm">Name of the batch norm that follows, in whose place the convolution has no bias; null for none.</param>
    public static FoldedConvolution From(IWeights weights, string name, string? norm, int inputs, int outputs, int kernel, double epsilon)
    {
        long[] dims = [outputs, inputs, kernel, kernel];
        weights.RequireLength(name + TensorNames.Weight, (long)outputs * inputs * kernel * kernel);
        if (norm is null)
        {
            return new FoldedConvolution(new PlainWeight(weights, name + TensorNames.Weight, dims), weights.Take(name + TensorNames.Bias, outputs), kernel);
        }

        float[] gamma = weights.Take(norm + TensorNames.Weight, outputs), beta = weights.Take(norm + TensorNames.Bias, outputs);
        float[] mean = weights.Take(norm + TensorNames.RunningMean, outputs), variance = weights.Take(norm + TensorNames.RunningVar, outputs);
        var scale = new double[outputs];
        var bias = new float[outputs];
        for (int o = 0; o < outputs; o++)
        {
            // As FoldedLayer: in double precision, rounded once.
            scale[o] = gamma[o] / Math.Sqrt(variance[o] + epsilon);
            bias[o] = (float)(beta[o] - ((double)mean[o] * scale[o]));
        }

        return new FoldedConvolution(new PlainWeight(weights, name + TensorNames.Weight, dims, scale), bias, kernel);
    }
}
