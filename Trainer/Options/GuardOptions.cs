namespace LatentWalk.Trainer.Options;

/// <summary>What happens when training goes wrong. A resumed run may set these anew.</summary>
internal sealed record GuardOptions
{
    /// <summary>How many times in all a run may go back to a checkpoint because of numbers that are not finite; after that it ends with exit code 7.</summary>
    public int Rollbacks { get; init; } = 3;

    /// <summary>Turn knobs when a detector sees that one network has the upper hand or that all pictures become one; else it is only said.</summary>
    public bool AutoBalance { get; init; }

    /// <summary>Stop when the pictures have not come closer to the data for a long time.</summary>
    public bool UntilPlateau { get; init; }

    /// <summary>Megabytes of the disk that a checkpoint leaves free; where they are not, earlier ones are let go for it.</summary>
    public int DiskReserve { get; init; } = 50;

    /// <summary>What the generator's learning rate is multiplied by, whatever it is at a step; a guard halves it.</summary>
    public double GeneratorRate { get; init; } = 1;

    /// <summary>What the discriminator's learning rate is multiplied by, whatever it is at a step; a guard halves it.</summary>
    public double DiscriminatorRate { get; init; } = 1;

    /// <summary>What the guards have changed so far, oldest first; nobody else sets it.</summary>
    public IReadOnlyList<OptionChange> Changes { get; init; } = [];

    internal IEnumerable<string> Problems(string section)
    {
        if (Rollbacks is < 0 or > 100)
        {
            yield return $"{section}.rollbacks is {Rollbacks}; it must be from 0 (none) to 100";
        }

        if (DiskReserve < 0)
        {
            yield return $"{section}.diskReserve is {DiskReserve}; it must be 0 or more megabytes";
        }

        foreach (var (name, value) in new[] { ("generatorRate", GeneratorRate), ("discriminatorRate", DiscriminatorRate) })
        {
            if (!(value > 0 && double.IsFinite(value)))
            {
                yield return $"{section}.{name} is {value}; it must be above 0";
            }
        }
    }
}
