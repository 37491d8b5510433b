namespace LatentWalk.Trainer.Options;

/// <summary>Where a run computes. The same threads and device give the same bits; others, the same run to rounding.</summary>
internal sealed record MachineOptions
{
    /// <summary>Threads of the tensor library; 0 stands for the physical cores and is resolved before it is saved.</summary>
    public int Threads { get; init; }

    /// <summary><c>auto</c>, <c>cpu</c> or <c>cuda</c>; resolved before it is saved.</summary>
    public string Device { get; init; } = "auto";

    /// <summary>
    /// Pictures that go through the networks at once, the gradients of a batch's parts being added up; 0 for the whole batch. Less
    /// memory, and but for batch norm and dropout the same run to rounding. Halved when there is not enough memory.
    /// </summary>
    public int MicroBatch { get; init; }

    internal IEnumerable<string> Problems(string section)
    {
        if (Threads is < 0 or > 1024)
        {
            yield return $"{section}.threads is {Threads}; it must be from 0 (one a physical core) to 1024";
        }

        if (MicroBatch is < 0 or > 4096)
        {
            yield return $"{section}.microBatch is {MicroBatch}; it must be from 0 (the whole batch) to 4096";
        }

        if (Device is not ("auto" or "cpu" or "cuda"))
        {
            yield return $"{section}.device is '{Device}'; it must be auto, cpu or cuda";
        }
    }
}
