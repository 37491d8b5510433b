namespace LatentWalk.Trainer.Planning;

/// <summary>What a run will take on this machine.</summary>
internal sealed record TrainingPlan
{
    public required string Preset { get; init; }

    public required int Resolution { get; init; }

    public required int Batch { get; init; }

    /// <summary>Pictures that go through the networks at once.</summary>
    public required int MicroBatch { get; init; }

    public required int Threads { get; init; }

    public required string Device { get; init; }

    public required long Steps { get; init; }

    public required long GeneratorParameters { get; init; }

    public required long DiscriminatorParameters { get; init; }

    /// <summary>Of the host, the pictures not counted.</summary>
    public required long PeakBytes { get; init; }

    /// <summary>Of the host, that this process can have.</summary>
    public required long AvailableBytes { get; init; }

    /// <summary>Whether the whole batch was tried; else memory and time are drawn out from smaller ones.</summary>
    public required bool Tried { get; init; }

    public required double StepSeconds { get; init; }

    public required double TotalSeconds { get; init; }

    /// <summary>Two checkpoints, the best one, one that is being written, and the generators kept for looking back.</summary>
    public required long DiskBytes { get; init; }

    /// <summary>Null where the system does not tell.</summary>
    public required long? DiskFreeBytes { get; init; }

    /// <summary>What smaller parts of the same batch would take, largest first.</summary>
    public required IReadOnlyList<PlanPart> Parts { get; init; }
}
