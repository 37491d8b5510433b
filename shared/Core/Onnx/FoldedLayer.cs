using LatentWalk.Core.Errors;

namespace LatentWalk.Core.Onnx;

/// <summary>
/// One transposed convolution with the batch norm that follows it multiplied in: weight [in, out, 4, 4], bias [out].
/// The weight is read when it is asked for and not kept.
/// </summary>
/// <param name="Name">Of the weight, in <paramref name="Source"/>.</param>
/// <param name="Bias">[out], folded.</param>
/// <param name="Scale">[out], what batch norm multiplies each output channel by; null without one.</param>
internal sealed record FoldedLayer(int Inputs, int Outputs, IWeights Source, string Name, float[] Bias, double[]? Scale)
{
    public const int Kernel = 16;

    public int WeightLength => Inputs * Outputs * Kernel;

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

        return this with { Bias = bias, Scale = scale };
    }

    /// <param name="weight">[in, out, 4, 4], filled; need not be aligned.</param>
    /// <exception cref="BadModelException">A value is not a finite number.</exception>
    public void ReadWeight(Span<float> weight)
    {
        Source.Read(Name, weight);
        RequiredWeights.RequireFinite(weight, Name);
        if (Scale is not null)
        {
            for (int k = 0; k < weight.Length; k += Kernel)
            {
                double scale = Scale[k / Kernel % Outputs];
                foreach (ref float value in weight.Slice(k, Kernel))
                {
                    value = (float)(value * scale);
                }
            }
        }
    }
}
