using LatentWalk.Core.Errors;
using LatentWalk.Core.Onnx;
using LatentWalk.Core.Pixels;

namespace LatentWalk.Inference.Features;

/// <summary>What a feature network takes and gives, found in what the file declares.</summary>
/// <param name="Input">Name.</param>
/// <param name="Order">Whether channels come first.</param>
/// <param name="Side">Of the square pictures it takes, in pixels.</param>
/// <param name="FixedBatch">Pictures of one run where the file fixes it.</param>
/// <param name="IsBytes">Whether it takes levels as uint8.</param>
/// <param name="Output">Name.</param>
/// <param name="Length">Features of one picture.</param>
internal sealed record FeatureForm(string Input, ChannelOrder Order, int Side, int? FixedBatch, bool IsBytes, string Output, int Length)
{
    public long[] Shape(int count) => Order == ChannelOrder.Planar ? [count, 3, Side, Side] : [count, Side, Side, 3];

    /// <param name="output">Which output to take; null for the first that is a vector.</param>
    /// <exception cref="BadModelException">It is no feature network; says what it has and what was expected.</exception>
    public static FeatureForm Find(OnnxSummary summary, string path, string? output)
    {
        if (summary.Inputs.Count != 1 || summary.Inputs[0] is not { ElementType: "float32" or "uint8", Sizes: { Count: 4 } sizes } input)
        {
            throw NotFeatures(summary, path);
        }

        var order = sizes[1] == 3 ? ChannelOrder.Planar : ChannelOrder.Interleaved;
        long? height = order == ChannelOrder.Planar ? sizes[2] : sizes[1];
        long? width = order == ChannelOrder.Planar ? sizes[3] : sizes[2];
        if ((order == ChannelOrder.Interleaved && sizes[3] != 3) || height is null || height != width || height < 1)
        {
            throw NotFeatures(summary, path);
        }

        var made = summary.Outputs.FirstOrDefault(value => output is null ? LengthOf(summary, value) > 1 : value.Name == output);
        if (made is null || LengthOf(summary, made) < 1)
        {
            throw output is null || made is not null ? NotFeatures(summary, path)
                : new BadModelException($"{path} has no output '{output}': it has {string.Join(", ", summary.Outputs.Select(value => $"'{value.Name}'"))}. Name one of them with --features-output.");
        }

        return new FeatureForm(input.Name, order, (int)height, sizes[0] > 0 ? (int?)sizes[0] : null, input.ElementType == "uint8", made.Name, (int)LengthOf(summary, made));
    }

    // [batch, n], or [batch, n, 1, 1] as a pooled map.
    private static long LengthOf(OnnxSummary summary, OnnxValue value) =>
        value.ElementType is "float32" && summary.MadeOutputs[value.Name] is { Count: 2 or 4 } shape && shape.Skip(2).All(size => size == 1) ? shape[1] : 0;

    private static BadModelException NotFeatures(OnnxSummary summary, string path) => new(
        $"{path} is no feature network: it maps {string.Join(" and ", summary.Inputs)} to {string.Join(" and ", summary.Outputs)}; "
        + "expected square pictures of a fixed size, float32 or uint8 [batch, 3, side, side] or [batch, side, side, 3], and an output float32 [batch, features].");
}
