using LatentWalk.Core.Errors;
using LatentWalk.Core.Onnx;
using Microsoft.ML.OnnxRuntime;

namespace LatentWalk.Inference;

/// <summary>The inputs and the output of a generator, found in what a model declares.</summary>
internal sealed record GeneratorSignature
{
    private static readonly string[] ConditionNames = ["c", "class", "classes", "label", "labels", "y", "cond", "condition"];

    public required string LatentName { get; init; }

    public required int ZDim { get; init; }

    /// <summary>2 for [N, L], 4 for [N, L, 1, 1].</summary>
    public required int LatentRank { get; init; }

    public string? ConditionName { get; init; }

    public int Classes { get; init; }

    public required string ImageName { get; init; }

    /// <summary>Batch that the file fixes; null where it is free.</summary>
    public int? FixedBatch { get; init; }

    public long[] LatentShape(int count) => LatentRank == 2 ? [count, ZDim] : [count, ZDim, 1, 1];

    /// <exception cref="BadModelException">It is not a generator; says what it has and what was expected.</exception>
    public static GeneratorSignature Find(InferenceSession session, OnnxSummary summary, string path)
    {
        var inputs = session.InputMetadata;
        string? condition = inputs.Count == 2 ? ConditionNames.FirstOrDefault(name => inputs.Keys.Contains(name, StringComparer.OrdinalIgnoreCase)) : null;
        condition = condition is null ? null : inputs.Keys.First(name => name.Equals(condition, StringComparison.OrdinalIgnoreCase));
        string? latent = inputs.Count == (condition is null ? 1 : 2) ? inputs.Keys.First(name => name != condition) : null;
        if (latent is null || !IsLatent(inputs[latent], out int zdim))
        {
            throw NotAGenerator(summary, path);
        }

        int classes = 0;
        if (condition is not null && !IsVector(inputs[condition], out classes))
        {
            throw NotAGenerator(summary, path);
        }

        // A generator's picture is its only output, or the first one that looks like one.
        string image = session.OutputMetadata.FirstOrDefault(output => IsImage(output.Value)).Key ?? throw NotAGenerator(summary, path);
        int batch = inputs[latent].Dimensions[0];
        return new GeneratorSignature
        {
            LatentName = latent,
            ZDim = zdim,
            LatentRank = inputs[latent].Dimensions.Length,
            ConditionName = condition,
            Classes = classes,
            ImageName = image,
            FixedBatch = batch > 0 ? batch : null,
        };
    }

    public static BadModelException NotAGenerator(OnnxSummary summary, string path) => new(
        $"{path} is not a generator: it maps {string.Join(" and ", summary.Inputs)} to {string.Join(" and ", summary.Outputs)}; "
        + "expected a latent float32 [batch, n] or [batch, n, 1, 1], perhaps a condition 'c' float32 [batch, classes], "
        + "and a picture of 1, 3 or 4 channels, [batch, channels, height, width] or [batch, height, width, channels].");

    private static bool IsLatent(NodeMetadata input, out int zdim)
    {
        bool square = IsFloatTensor(input) && input.Dimensions.Length == 4 && input.Dimensions[2] == 1 && input.Dimensions[3] == 1;
        if (square)
        {
            zdim = input.Dimensions[1];
            return zdim > 0;
        }

        return IsVector(input, out zdim);
    }

    private static bool IsVector(NodeMetadata input, out int length)
    {
        length = IsFloatTensor(input) && input.Dimensions.Length == 2 ? input.Dimensions[1] : 0;
        return length > 0;
    }

    private static bool IsFloatTensor(NodeMetadata input) => input.IsTensor && input.ElementType == typeof(float);

    private static bool IsImage(NodeMetadata output) =>
        output.IsTensor
        && (output.ElementType == typeof(float) || output.ElementType == typeof(byte))
        && output.Dimensions.Length is 4 or 0;
}
