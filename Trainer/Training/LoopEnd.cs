namespace LatentWalk.Trainer.Training;

/// <summary>Why the loop came to an end. But for <see cref="Diverged"/>, the last step is saved.</summary>
internal abstract record LoopEnd
{
    private LoopEnd()
    {
    }

    /// <summary>The last step of the options was reached.</summary>
    internal sealed record Finished : LoopEnd;

    /// <summary>Somebody asked.</summary>
    internal sealed record Stopped : LoopEnd;

    /// <summary>From here on other options count.</summary>
    internal sealed record ChangeDue : LoopEnd;

    /// <summary>The run gets no better, and was to be stopped then.</summary>
    internal sealed record Plateau(string Text) : LoopEnd;

    /// <summary>The state is spoilt; nothing of it was saved.</summary>
    internal sealed record Diverged(NotFinite What) : LoopEnd;
}
