using System.Globalization;
using TorchSharp;
using static TorchSharp.torch;

namespace LatentWalk.StandIns.Tests.TorchSharp;

/// <summary>Tensors as the observed values of the real library are written down: type, shape, up to 8 values of 7 digits.</summary>
internal static class TensorText
{
    public static string Show(this Tensor tensor)
    {
        var values = tensor.to(ScalarType.Float64).data<double>().ToArray().Take(8).Select(v => v.ToString("G7", CultureInfo.InvariantCulture));
        return $"{tensor.dtype}[{string.Join(",", tensor.shape)}] {{{string.Join(", ", values)}}}";
    }

    /// <summary>The largest difference, relative to the largest value expected.</summary>
    public static double DifferenceTo(this Tensor actual, Tensor expected)
    {
        Assert.Equal(expected.shape, actual.shape);
        return (actual - expected).abs().max().ToDouble() / Math.Max(1e-12, expected.abs().max().ToDouble());
    }
}
