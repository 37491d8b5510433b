namespace LatentWalk.Trainer.Options;

/// <summary>How often and how well the generated pictures are measured while training; nothing here changes the weights.</summary>
internal sealed record QualityOptions
{
    /// <summary>Steps between measurements, whose values stand in log.jsonl; 0 for none.</summary>
    public int Every { get; init; } = 100;

    /// <summary>Generated pictures of a measurement: the sheet's seeds and those that follow.</summary>
    public int Samples { get; init; } = 256;

    /// <summary>Real pictures that they are held against, drawn by the seed; all where there are fewer.</summary>
    public int Pictures { get; init; } = 2000;

    /// <summary>A network (.onnx) whose features are compared; empty for the built-in one.</summary>
    public string Features { get; init; } = "";

    internal bool At(long step) => Every > 0 && step % Every == 0;

    internal IEnumerable<string> Problems(string section)
    {
        if (Every < 0)
        {
            yield return $"{section}.every is {Every}; it must be 0 (none) or more";
        }

        if (Samples is < 8 or > 100_000)
        {
            yield return $"{section}.samples is {Samples}; it must be from 8 to 100000";
        }

        if (Pictures is < 8 or > 1_000_000)
        {
            yield return $"{section}.pictures is {Pictures}; it must be from 8 to 1000000";
        }
    }
}
