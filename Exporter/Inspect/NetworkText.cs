using System.Globalization;
using LatentWalk.Core.Networks;

namespace LatentWalk.Exporter.Inspect;

/// <summary>A generator's network in a line, for people.</summary>
internal static class NetworkText
{
    /// <param name="width">The spec's width in words.</param>
    public static string Of(GeneratorSpec spec, string width)
    {
        string activation = spec.LeakySlope == 0 ? "ReLU" : $"LeakyReLU {spec.LeakySlope.ToString(CultureInfo.InvariantCulture)}";
        string palette = spec.Palette > 0 ? $", a palette of {spec.Palette} colours" : "";
        return $"{spec.Network}, {width}, batch norm {(spec.BatchNorm ? "yes" : "no")}, {activation}{(spec.Tanh ? ", Tanh" : "")}{palette}";
    }
}
