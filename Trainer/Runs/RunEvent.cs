namespace LatentWalk.Trainer.Runs;

/// <summary>One line of events.jsonl: something that happened in a run beside training.</summary>
internal sealed record RunEvent
{
    /// <summary>A run that goes on from an earlier step than this does not know the event.</summary>
    public required long Step { get; init; }

    /// <summary>One of <see cref="RunEventNames"/>.</summary>
    public required string Event { get; init; }

    /// <summary>Whole sentences for a person.</summary>
    public required string Text { get; init; }
}
