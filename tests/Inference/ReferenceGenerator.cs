using LatentWalk.Core.Networks;

namespace LatentWalk.Inference.Tests;

/// <summary>The network of a spec as the papers write it, layer by layer in double precision, batch norm not folded.</summary>
internal static class ReferenceGenerator
{
    /// <summary>[z, c], [zdim + classes] -> [C, H, W] in [-1, 1].</summary>
    public static float[] Generate(GeneratorSpec spec, Dictionary<string, float[]> weights, ReadOnlySpan<float> z)
    {
        double[] x = [.. z.ToArray().Select(v => (double)v)];
        int channels = spec.Inputs, side = 1;
        for (int layer = 1; layer <= spec.Layers; layer++)
        {
            int outputs = spec.OutputChannels(layer);
            string name = TensorNames.TransposedConvolution(layer);
            float[] bias = weights.GetValueOrDefault(name + TensorNames.Bias) ?? new float[outputs];
            x = TransposedConvolution(x, channels, side, weights[name + TensorNames.Weight], bias, layer == 1 ? 1 : 2, layer == 1 ? 0 : 1);
            (channels, side) = (outputs, layer == 1 ? 4 : side * 2);
            if (TensorNames.HasBatchNorm(spec, layer))
            {
                BatchNorm(x, side * side, weights, TensorNames.BatchNorm(layer), spec.BatchNormEpsilon);
            }

            if (layer < spec.Layers)
            {
                x = [.. x.Select(v => v < 0 ? v * spec.LeakySlope : v)];
            }
        }

        return [.. x.Select(v => (float)(spec.Tanh ? Math.Tanh(v) : Math.Clamp(v, -1, 1)))];
    }

    // Every input pixel adds its kernel, scaled, to the output.
    private static double[] TransposedConvolution(double[] x, int inputs, int side, float[] weight, float[] bias, int stride, int pad)
    {
        int outputs = bias.Length;
        int outSide = (side - 1) * stride - 2 * pad + 4;
        var y = new double[outputs * outSide * outSide];
        for (int o = 0; o < outputs; o++)
        {
            Array.Fill(y, bias[o], o * outSide * outSide, outSide * outSide);
        }

        for (int i = 0; i < inputs; i++)
        {
            for (int o = 0; o < outputs; o++)
            {
                for (int k = 0; k < side * side * 16; k++)
                {
                    int row = k / 16 / side * stride - pad + k % 16 / 4;
                    int column = k / 16 % side * stride - pad + k % 4;
                    if (row >= 0 && row < outSide && column >= 0 && column < outSide)
                    {
                        y[(o * outSide + row) * outSide + column] += x[i * side * side + k / 16] * weight[(i * outputs + o) * 16 + k % 16];
                    }
                }
            }
        }

        return y;
    }

    private static void BatchNorm(double[] x, int pixels, Dictionary<string, float[]> weights, string name, double epsilon)
    {
        for (int k = 0; k < x.Length; k++)
        {
            int c = k / pixels;
            double normalised = (x[k] - weights[name + TensorNames.RunningMean][c]) / Math.Sqrt(weights[name + TensorNames.RunningVar][c] + epsilon);
            x[k] = normalised * weights[name + TensorNames.Weight][c] + weights[name + TensorNames.Bias][c];
        }
    }
}
