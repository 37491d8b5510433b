using LatentWalk.Core.Errors;
using LatentWalk.Core.Networks;

namespace LatentWalk.Trainer.Options;

/// <summary>Named values of <see cref="TrainingOptions"/>.</summary>
internal static class Presets
{
    /// <summary>The plain DCGAN recipe of 2017's anime faces, number for number.</summary>
    public static readonly TrainingOptions Anime64 = new()
    {
        Preset = "anime-64",
        Steps = 20_000,
        Generator = new GeneratorSpec { Resolution = 64, Width = 64, BatchNorm = true, LeakySlope = 0, Tanh = true },
        Discriminator = new DiscriminatorSpec { Resolution = 64, Width = 64, BatchNorm = true, LeakySlope = 0.2f },
        GeneratorOptimizer = new AdamOptions { LearningRate = 1.5e-4, Beta1 = 0.5, Beta2 = 0.999 },
        DiscriminatorOptimizer = new AdamOptions { LearningRate = 1.5e-4, Beta1 = 0.5, Beta2 = 0.999 },
        Loss = new LossOptions { Kind = "bce" },
        Penalty = new PenaltyOptions { Kind = "none" },
        Ema = new EmaOptions { Decay = 0 },
    };

    /// <summary>
    /// Anime64 with what has been learnt since: a relativistic pair loss with R1 and R2 (Huang et al. 2024), no batch norm
    /// in the discriminator, half the filters in either and penalties heavy enough that it does not win outright, no Tanh, a moving average of the generator.
    /// </summary>
    public static readonly TrainingOptions Modern64 = new()
    {
        Preset = "modern-64",
        Steps = 20_000,
        Batch = 32,
        Generator = new GeneratorSpec { Resolution = 64, Width = 32, BatchNorm = true, LeakySlope = 0.2f, Tanh = false },
        Discriminator = new DiscriminatorSpec { Resolution = 64, Width = 32, BatchNorm = false, LeakySlope = 0.2f },
        GeneratorOptimizer = new AdamOptions { LearningRate = 4e-4, Beta1 = 0, Beta2 = 0.99 },
        DiscriminatorOptimizer = new AdamOptions { LearningRate = 4e-4, Beta1 = 0, Beta2 = 0.99 },
        Loss = new LossOptions { Kind = "relativistic" },
        Penalty = new PenaltyOptions { Kind = "r1r2", Gamma = 8, Every = 8 },
        Ema = new EmaOptions { Decay = 0.995 },
    };

    /// <summary>
    /// DRAGAN (Kodali et al. 2017): cross-entropy and its penalty on every step, with Modern64's networks, rates and average. Both the
    /// ten times heavier penalty of the paper and Anime64's networks and rates learned far more slowly.
    /// </summary>
    public static readonly TrainingOptions Dragan64 = Modern64 with
    {
        Preset = "dragan-64",
        Loss = new LossOptions { Kind = "bce" },
        Penalty = new PenaltyOptions { Kind = "dragan", Gamma = 1, Every = 1 },
    };

    /// <summary>
    /// The DCGAN of the giant robots at 128×128: learning rate and width of its own for each network, noise on the labels,
    /// dropout in the discriminator, padded and mirrored pictures, a random sample on every tenth step. It has no last step;
    /// who trains it looks at the samples and stops it.
    /// </summary>
    public static readonly TrainingOptions Mecha128 = new()
    {
        Preset = "mecha-128",
        Steps = 1_000_000,
        Batch = 32,
        Data = new DataOptions { Fit = "pad", Mirror = true },
        Generator = new GeneratorSpec { Resolution = 128, Width = 32, BatchNorm = true, LeakySlope = 0, Tanh = true },
        Discriminator = new DiscriminatorSpec { Resolution = 128, Width = 32, BatchNorm = true, LeakySlope = 0.2f, Dropout = 0.3f },
        GeneratorOptimizer = new AdamOptions { LearningRate = 2e-4, Beta1 = 0.5, Beta2 = 0.999 },
        DiscriminatorOptimizer = new AdamOptions { LearningRate = 1e-4, Beta1 = 0.5, Beta2 = 0.999 },
        Loss = new LossOptions { Kind = "bce", LabelNoise = 0.3 },
        Penalty = new PenaltyOptions { Kind = "none" },
        Ema = new EmaOptions { Decay = 0 },
        Output = new OutputOptions { RandomEvery = 10 },
    };

    /// <summary>Modern64 for pictures with classes, which the finished generator can be asked for (Odena et al. 2017).</summary>
    public static readonly TrainingOptions Acgan64 = Modern64 with
    {
        Preset = "acgan-64",
        Condition = new ConditionOptions { Kind = "acgan" },
    };

    /// <summary>
    /// Modern64's losses with a generator that repeats pixels and convolves 3×3 where that one's transposed convolutions leave a
    /// checkerboard and mixes each pixel of a few colours of the whole picture, few filters and so the more steps, and values on a
    /// cosine over the whole run: fast at first, calm in the end.
    /// </summary>
    public static readonly TrainingOptions Sharp64 = new()
    {
        Preset = "sharp-64",
        Steps = 20_000,
        Batch = 32,
        Generator = new GeneratorSpec { Network = NetworkKinds.Skip, Resolution = 64, Width = 16, BatchNorm = true, LeakySlope = 0, Tanh = false, GateAll = true, Palette = 16 },
        Discriminator = new DiscriminatorSpec { Resolution = 64, Width = 32, BatchNorm = false, LeakySlope = 0.2f },
        GeneratorOptimizer = new AdamOptions { LearningRate = 8e-4, Beta1 = 0, Beta2 = 0.99 },
        DiscriminatorOptimizer = new AdamOptions { LearningRate = 8e-4, Beta1 = 0, Beta2 = 0.99 },
        Loss = new LossOptions { Kind = "relativistic" },
        Penalty = new PenaltyOptions { Kind = "r1r2", Gamma = 8, Every = 8 },
        Augment = new AugmentOptions { Kind = "diffaugment", Probability = 0, Colour = false },
        Schedule = new ScheduleOptions { Images = 640_000, LearningRate = 2e-5, Gamma = 4, Augment = 0.3 },
        Ema = new EmaOptions { HalfLifeImages = 10_000 },
    };

    /// <summary>Sharp64 at twice the side, wider, for a graphics card, with the rates and the penalty that were tried there.</summary>
    public static readonly TrainingOptions Sharp128 = Sharp64 with
    {
        Preset = "sharp-128",
        Batch = 64,
        Generator = Sharp64.Generator with { Resolution = 128, Width = 24 },
        Discriminator = Sharp64.Discriminator with { Resolution = 128 },
        GeneratorOptimizer = Sharp64.GeneratorOptimizer with { LearningRate = 4e-4 },
        DiscriminatorOptimizer = Sharp64.DiscriminatorOptimizer with { LearningRate = 4e-4 },
        Penalty = new PenaltyOptions { Kind = "r1r2", Gamma = 2, Every = 8 },
        Schedule = new ScheduleOptions { Images = 1_280_000, LearningRate = 2e-5, Gamma = 1, Augment = 0.3 },
    };

    /// <summary>Sharp128 at twice the side.</summary>
    public static readonly TrainingOptions Sharp256 = Sharp128 with
    {
        Preset = "sharp-256",
        Batch = 32,
        Generator = Sharp128.Generator with { Resolution = 256, Width = 16 },
        Discriminator = Sharp128.Discriminator with { Resolution = 256, Width = 16 },
        Penalty = new PenaltyOptions { Kind = "r1r2", Gamma = 8, Every = 8 },
        Schedule = new ScheduleOptions { Images = 640_000, LearningRate = 2e-5, Gamma = 4, Augment = 0.3 },
    };

    /// <summary>
    /// Residual networks without normalisation or transposed convolutions, the relativistic pair loss with R1 and R2, and on a cosine
    /// learning rates, β2, γ and how often pictures are augmented (after Huang et al. 2024); light enough for two cores.
    /// </summary>
    public static readonly TrainingOptions Residual64 = new()
    {
        Preset = "residual-64",
        Steps = 20_000,
        Batch = 32,
        Generator = new GeneratorSpec
        {
            Network = NetworkKinds.Residual, Resolution = 64, ZDim = 64, BatchNorm = false, LeakySlope = 0.2f, Tanh = false,
            Width = 16, MaxWidth = 128, Blocks = 1, TopBlocks = 1, GroupSize = 16, Expansion = 1,
        },
        Discriminator = new DiscriminatorSpec
        {
            Network = NetworkKinds.Residual, Resolution = 64, BatchNorm = false, LeakySlope = 0.2f,
            Width = 16, MaxWidth = 128, Blocks = 1, TopBlocks = 1, GroupSize = 16, Expansion = 1,
        },
        GeneratorOptimizer = new AdamOptions { LearningRate = 8e-4, Beta1 = 0, Beta2 = 0.9 },
        DiscriminatorOptimizer = new AdamOptions { LearningRate = 8e-4, Beta1 = 0, Beta2 = 0.9 },
        Loss = new LossOptions { Kind = "relativistic" },
        Penalty = new PenaltyOptions { Kind = "r1r2", Gamma = 8, Every = 8 },
        Augment = new AugmentOptions { Kind = "diffaugment", Probability = 0 },
        Schedule = new ScheduleOptions { Images = 640_000, LearningRate = 5e-5, Beta2 = 0.99, Gamma = 4, Augment = 0.3 },
        Ema = new EmaOptions { HalfLifeImages = 500_000 },
    };

    /// <summary>Residual64 at twice the side, for a graphics card; steeper gradients there ask for a heavier penalty.</summary>
    public static readonly TrainingOptions Residual128 = Residual64 with
    {
        Preset = "residual-128",
        Steps = 50_000,
        Generator = Residual64.Generator with { Resolution = 128, MaxWidth = 256 },
        Discriminator = Residual64.Discriminator with { Resolution = 128, MaxWidth = 256 },
        Penalty = new PenaltyOptions { Kind = "r1r2", Gamma = 32, Every = 8 },
        Schedule = Residual64.Schedule with { Images = 1_600_000, Gamma = 16 },
    };

    /// <summary>Residual128 at twice the side.</summary>
    public static readonly TrainingOptions Residual256 = Residual128 with
    {
        Preset = "residual-256",
        Batch = 16,
        Generator = Residual128.Generator with { Resolution = 256 },
        Discriminator = Residual128.Discriminator with { Resolution = 256 },
        Penalty = new PenaltyOptions { Kind = "r1r2", Gamma = 128, Every = 8 },
        Schedule = Residual128.Schedule with { Images = 800_000, Gamma = 64 },
    };

    /// <summary>Modern64 at twice the side: each network one layer longer, the widest as wide as there.</summary>
    public static readonly TrainingOptions Modern128 = Modern64 with
    {
        Preset = "modern-128",
        Generator = Modern64.Generator with { Resolution = 128, Width = 32 },
        Discriminator = Modern64.Discriminator with { Resolution = 128, Width = 16 },
        Penalty = new PenaltyOptions { Kind = "r1r2", Gamma = 32, Every = 8 },
    };

    /// <summary>
    /// For a few hundred pictures (after Liu et al. 2021): a generator whose small levels gate its large ones, and a discriminator that
    /// also has to draw the pictures from its features, so that it learns more of each than how to know it again.
    /// </summary>
    public static readonly TrainingOptions FewShot128 = new()
    {
        Preset = "few-shot-128",
        Steps = 20_000,
        Batch = 8,
        Data = new DataOptions { Mirror = true },
        Generator = new GeneratorSpec { Network = NetworkKinds.Skip, ZDim = 128, Resolution = 128, Width = 16, BatchNorm = true, LeakySlope = 0.2f, Tanh = true },
        Discriminator = new DiscriminatorSpec { Network = NetworkKinds.Skip, Resolution = 128, Width = 16, BatchNorm = false, LeakySlope = 0.2f },
        GeneratorOptimizer = new AdamOptions { LearningRate = 2e-4, Beta1 = 0, Beta2 = 0.99 },
        DiscriminatorOptimizer = new AdamOptions { LearningRate = 2e-4, Beta1 = 0, Beta2 = 0.99 },
        Loss = new LossOptions { Kind = "relativistic" },
        Penalty = new PenaltyOptions { Kind = "r1r2", Gamma = 1, Every = 8 },
        Augment = new AugmentOptions { Kind = "diffaugment" },
        Ema = new EmaOptions { Decay = 0.998 },
    };

    public static readonly IReadOnlyList<TrainingOptions> All =
        [Anime64, Dragan64, Modern64, Acgan64, Mecha128, Modern128, Sharp64, Sharp128, Sharp256, Residual64, Residual128, Residual256, FewShot128];

    public static TrainingOptions Named(string name) =>
        All.FirstOrDefault(preset => preset.Preset == name)
        ?? throw new UsageException($"there is no preset '{name}'. Presets: {string.Join(", ", All.Select(preset => preset.Preset))}.");
}
