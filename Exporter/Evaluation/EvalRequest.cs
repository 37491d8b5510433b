using LatentWalk.Core.Checkpoints;
using LatentWalk.Imaging;
using LatentWalk.Inference.Features;
using LatentWalk.Quality;

namespace LatentWalk.Exporter.Evaluation;

/// <summary>What is measured against what.</summary>
internal sealed record EvalRequest
{
    public const int DefaultSamples = 2000;
    public const int DefaultPictures = 10_000;

    /// <summary>A generator file, a run, a checkpoint, or pictures.</summary>
    public required string Subject { get; init; }

    /// <summary>The real pictures; null for those that the run was trained on.</summary>
    public string? Data { get; init; }

    public int Samples { get; init; } = DefaultSamples;

    /// <summary>The most real pictures.</summary>
    public int Pictures { get; init; } = DefaultPictures;

    public ulong Seed { get; init; } = 1;

    /// <summary>Side to bring pictures to where no generator and no set says it.</summary>
    public int? Size { get; init; }

    public Fit Fit { get; init; }

    public WeightSet? Weights { get; init; }

    /// <summary>A feature network (.onnx); null for the built-in one.</summary>
    public string? Features { get; init; }

    public string? FeaturesOutput { get; init; }

    public FeatureRange FeaturesRange { get; init; }

    /// <summary>A PNG to write, with generated pictures beside their nearest real ones.</summary>
    public string? Sheet { get; init; }

    /// <summary>A PNG to write, with the generated pictures whose features are nearest to real ones'.</summary>
    public string? Best { get; init; }

    /// <summary>A PNG to write, with those whose features are farthest from all real ones'.</summary>
    public string? Worst { get; init; }

    /// <summary>Whether to look at as few patches and pixels as training does on its ticks.</summary>
    public bool Quick { get; init; }

    /// <summary>All problems, each as one clause.</summary>
    public IEnumerable<string> Problems()
    {
        if (Samples is < PictureSampler.FewestPictures or > 1_000_000)
        {
            yield return $"--samples is {Samples}, expected {PictureSampler.FewestPictures} to 1000000";
        }

        if (Pictures is < PictureSampler.FewestPictures or > 1_000_000)
        {
            yield return $"--pictures is {Pictures}, expected {PictureSampler.FewestPictures} to 1000000";
        }

        if (Size is < PictureSampler.SmallestSize or > 4096)
        {
            yield return $"--size is {Size}, expected {PictureSampler.SmallestSize} to 4096";
        }

        if (Features is null && FeaturesOutput is not null)
        {
            yield return "--features-output names an output of the network given by --features, and none is given";
        }

        foreach ((string option, string? file) in new[] { ("--sheet", Sheet), ("--best", Best), ("--worst", Worst) })
        {
            if (file is not null && !file.EndsWith(".png", StringComparison.OrdinalIgnoreCase))
            {
                yield return $"{option} is '{file}', expected a .png file";
            }
        }
    }
}
