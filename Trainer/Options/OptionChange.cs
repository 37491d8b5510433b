namespace LatentWalk.Trainer.Options;

/// <summary>Fields of the configuration that a guard has set anew from some step on. Kept in config.json, so that the same steps are trained the same way again.</summary>
internal sealed record OptionChange
{
    /// <summary>The fields count for the steps after this one.</summary>
    public required long Step { get; init; }

    /// <summary>Which guard: the name of its event in events.jsonl.</summary>
    public required string Cause { get; init; }

    /// <summary>Path of each field → its new value, as on a command line.</summary>
    public required IReadOnlyDictionary<string, string> Set { get; init; }
}
