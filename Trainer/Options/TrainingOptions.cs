using LatentWalk.Core.Networks;

namespace LatentWalk.Trainer.Options;

/// <summary>Everything that decides a run's result; resolved, it is the run's config.json.</summary>
internal sealed record TrainingOptions
{
    public const int CurrentVersion = 1;

    public int Version { get; init; } = CurrentVersion;

    /// <summary>The preset this began as.</summary>
    public string Preset { get; init; } = "";

    public ulong Seed { get; init; } = 1;

    /// <summary>The run, checkpoint or safetensors file whose weights the run began with; empty for none.</summary>
    public string Init { get; init; } = "";

    public long Steps { get; init; } = 20_000;

    public int Batch { get; init; } = 64;

    public DataOptions Data { get; init; } = new();

    public GeneratorSpec Generator { get; init; } = new();

    public DiscriminatorSpec Discriminator { get; init; } = new();

    public AdamOptions GeneratorOptimizer { get; init; } = new();

    public AdamOptions DiscriminatorOptimizer { get; init; } = new();

    public LossOptions Loss { get; init; } = new();

    public PenaltyOptions Penalty { get; init; } = new();

    public AugmentOptions Augment { get; init; } = new();

    public ConditionOptions Condition { get; init; } = new();

    public EmaOptions Ema { get; init; } = new();

    public ScheduleOptions Schedule { get; init; } = new();

    public GuardOptions Guards { get; init; } = new();

    public OutputOptions Output { get; init; } = new();

    public QualityOptions Quality { get; init; } = new();

    public MachineOptions Machine { get; init; } = new();

    /// <summary>Real pictures that one step shows.</summary>
    internal long ImagesPerStep => (long)Batch * Loss.DiscriminatorSteps;

    /// <summary>Whether learning rates change on the way.</summary>
    internal bool RatesMove => Schedule.LearningRate is not null || GeneratorOptimizer.DropEvery > 0 || DiscriminatorOptimizer.DropEvery > 0;

    /// <summary>Every problem at once, each as one clause that names its field; none when the options make sense.</summary>
    public IReadOnlyList<string> Validate() =>
    [
        .. OwnProblems(),
        .. Data.Problems("data"),
        .. Generator.Validate(),
        .. Discriminator.Validate(),
        .. GeneratorOptimizer.Problems("generatorOptimizer"),
        .. DiscriminatorOptimizer.Problems("discriminatorOptimizer"),
        .. Loss.Problems("loss"),
        .. Loss.Problems("loss", Discriminator),
        .. Penalty.Problems("penalty"),
        .. Augment.Problems("augment"),
        .. Condition.Problems("condition"),
        .. Condition.Problems("condition", Generator, Discriminator),
        .. Ema.Problems("ema"),
        .. Schedule.Problems("schedule"),
        .. Schedule.Problems("schedule", Penalty, Augment),
        .. Guards.Problems("guards"),
        .. Output.Problems("output"),
        .. Quality.Problems("quality"),
        .. Machine.Problems("machine"),
    ];

    private IEnumerable<string> OwnProblems()
    {
        if (Version != CurrentVersion)
        {
            yield return $"version is {Version}; this program reads version {CurrentVersion}";
        }

        if (Steps < 1)
        {
            yield return $"steps is {Steps}; it must be 1 or more";
        }

        if (Batch is < 2 or > 4096)
        {
            yield return $"batch is {Batch}; it must be from 2 to 4096";
        }

        if (Generator.Resolution != Discriminator.Resolution)
        {
            yield return $"generator.resolution is {Generator.Resolution} but discriminator.resolution is {Discriminator.Resolution}; they must be equal";
        }

        if (Generator.Channels != Discriminator.Channels)
        {
            yield return $"generator.channels is {Generator.Channels} but discriminator.channels is {Discriminator.Channels}; they must be equal";
        }

        if (Generator.Channels == 1 && Discriminator.Channels == 1)
        {
            yield return "generator.channels is 1; training reads pictures in colour, so it must be 3";
        }

        if (Loss.Kind == "wgan" && Penalty.Kind == "none")
        {
            yield return "loss.kind is 'wgan' but penalty.kind is 'none', so nothing bounds the critic's slope and its loss means nothing; set penalty.kind to gp";
        }

        if (Penalty.Kind != "none" && Discriminator.BatchNorm)
        {
            yield return $"penalty.kind is '{Penalty.Kind}' but discriminator.batchNorm is on, which mixes the gradients of different pictures; turn one of them off";
        }
    }
}
