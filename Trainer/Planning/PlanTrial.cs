namespace LatentWalk.Trainer.Planning;

/// <summary>What some steps of a recipe took, in a process of their own.</summary>
internal sealed record PlanTrial
{
    public required int Batch { get; init; }

    /// <summary>Pictures that went through the networks at once: fewer than asked for where there was not enough memory.</summary>
    public required int MicroBatch { get; init; }

    /// <summary>Of an average step, those that take the penalty included.</summary>
    public required double StepSeconds { get; init; }

    /// <summary>The most memory that was resident, with a sheet drawn and a checkpoint gathered; of the host, whatever the device.</summary>
    public required long PeakBytes { get; init; }

    public required long GeneratorParameters { get; init; }

    public required long DiscriminatorParameters { get; init; }

    public required long CheckpointBytes { get; init; }

    /// <summary>Of a generator kept for looking back.</summary>
    public required long HistoryBytes { get; init; }
}
