using LatentWalk.Core.Errors;
using LatentWalk.Core.Onnx;

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

    /// <summary>Pictures of one run that stay within the memory which one run may take.</summary>
    public int MostPictures { get; init; } = int.MaxValue;

    /// <exception cref="BadModelException">It is not a generator; says what it has and what was expected.</exception>
    public static GeneratorSignature Find(OnnxSummary summary, string path)
    {
        var inputs = summary.Inputs;
        var condition = inputs.Count == 2 ? inputs.FirstOrDefault(input => ConditionNames.Contains(input.Name, StringComparer.OrdinalIgnoreCase)) : null;
        var latent = inputs.Count == (condition is null ? 1 : 2) ? inputs.First(input => input != condition) : null;
        if (latent is null || !IsLatent(latent, out int zdim))
        {
            throw NotAGenerator(summary, path);
        }

        int classes = 0;
        if (condition is not null && !IsVector(condition, out classes))
        {
            throw NotAGenerator(summary, path);
        }

        // A generator's picture is its only output, or the first one that looks like one.
        var image = summary.Outputs.FirstOrDefault(output => IsImage(output, summary)) ?? throw NotAGenerator(summary, path);
        int? batch = (int?)latent.Sizes![0];
        return new GeneratorSignature
        {
            LatentName = latent.Name,
            ZDim = zdim,
            LatentRank = latent.Sizes.Count,
            ConditionName = condition?.Name,
            Classes = classes,
            ImageName = image.Name,
            FixedBatch = batch > 0 ? batch : null,
            MostPictures = (int)Math.Clamp(OnnxLimits.Default.PeakBytes / Math.Max(1, summary.RunBytes), 1, int.MaxValue),
        };
    }

    public static BadModelException NotAGenerator(OnnxSummary summary, string path) => new(
        $"{path} is not a generator: it maps {string.Join(" and ", summary.Inputs)} to {string.Join(" and ", summary.Outputs)}; "
        + "expected a latent float32 [batch, n] or [batch, n, 1, 1], perhaps a condition 'c' float32 [batch, classes], "
        + "and a picture of 1, 3 or 4 channels, [batch, channels, height, width] or [batch, height, width, channels].");

    private static bool IsLatent(OnnxValue input, out int zdim)
    {
        bool square = IsFloat(input) && input.Sizes is [_, not null, 1, 1];
        zdim = square ? (int)input.Sizes![1]! : 0;
        return square ? zdim > 0 : IsVector(input, out zdim);
    }

    private static bool IsVector(OnnxValue input, out int length)
    {
        length = IsFloat(input) && input.Sizes is [_, { } size] ? (int)size : 0;
        return length > 0;
    }

    private static bool IsFloat(OnnxValue value) => value.ElementType == "float32";

    // By what the graph makes: exporters leave out dimensions they do not know.
    private static bool IsImage(OnnxValue output, OnnxSummary summary) =>
        output.ElementType is "float32" or "uint8" && ImageForm.FromShape([.. summary.MadeOutputs[output.Name]], null, OnnxLimits.Default.Dimension) is not null;
}
