namespace LatentWalk.Trainer.Options;

/// <summary>What a run writes and when; nothing here changes the weights.</summary>
internal sealed record OutputOptions
{
    /// <summary>Steps between lines of log.jsonl. Each is a sync point: losses are read from the device.</summary>
    public int LogEvery { get; init; } = 10;

    public int CheckpointEvery { get; init; } = 200;

    /// <summary>Steps between sample sheets, beside those at <see cref="SampleSteps"/> and at the end; 0 for none.</summary>
    public int SampleEvery { get; init; } = 1000;

    /// <summary>Steps with a sheet of their own.</summary>
    public IReadOnlyList<long> SampleSteps { get; init; } = [200, 600, 1000, 2000, 4000, 20000];

    /// <summary>Steps between samples of one random latent, another one each time, which are kept and become a film; 0 for none.</summary>
    public int RandomEvery { get; init; }

    internal bool RandomAt(long step) => RandomEvery > 0 && step % RandomEvery == 0;

    internal bool SampleAt(long step) =>
        SampleSteps.Contains(step) || (SampleEvery > 0 && step % SampleEvery == 0);

    internal IEnumerable<string> Problems(string section)
    {
        if (LogEvery < 1)
        {
            yield return $"{section}.logEvery is {LogEvery}; it must be 1 or more";
        }

        if (CheckpointEvery < 1)
        {
            yield return $"{section}.checkpointEvery is {CheckpointEvery}; it must be 1 or more";
        }

        if (SampleEvery < 0)
        {
            yield return $"{section}.sampleEvery is {SampleEvery}; it must be 0 (none) or more";
        }

        if (RandomEvery < 0)
        {
            yield return $"{section}.randomEvery is {RandomEvery}; it must be 0 (none) or more";
        }
    }
}
