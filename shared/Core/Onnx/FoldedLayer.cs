namespace LatentWalk.Core.Onnx;

/// <summary>
/// One transposed convolution with the batch norm that follows it multiplied in:
/// weight [in, out, 4, 4], bias [out].
/// </summary>
internal sealed record FoldedLayer(int Inputs, int Outputs, float[] Weight, float[] Bias)
{
    /// <summary>
    /// At inference batch norm is the affine map y = (x - mean) * gamma / sqrt(variance + epsilon) + beta
    /// of each output channel, so it folds into the weight and bias before it.
    /// Computed in double precision and rounded once.
    /// </summary>
    public FoldedLayer WithBatchNorm(float[] gamma, float[] beta, float[] mean, float[] variance, double epsilon)
    {
        var scale = new double[Outputs];
        var bias = new float[Outputs];
        for (int o = 0; o < Outputs; o++)
        {
            scale[o] = gamma[o] / Math.Sqrt(variance[o] + epsilon);
            bias[o] = (float)(beta[o] + (Bias[o] - (double)mean[o]) * scale[o]);
        }

        int kernel = Weight.Length / (Inputs * Outputs);
        var weight = new float[Weight.Length];
        for (int k = 0; k < weight.Length; k++)
        {
            weight[k] = (float)(Weight[k] * scale[k / kernel % Outputs]);
        }

        return this with { Weight = weight, Bias = bias };
    }
}
