namespace LatentWalk.Trainer.Options;

/// <summary>The moving average of the generator that samples and exports are drawn from.</summary>
internal sealed record EmaOptions
{
    /// <summary>Share of the average kept at each step; 0 keeps no average.</summary>
    public double Decay { get; init; }

    internal bool Enabled => Decay > 0;

    internal IEnumerable<string> Problems(string section)
    {
        if (!(Decay >= 0 && Decay < 1))
        {
            yield return $"{section}.decay is {Decay}; it must be from 0 (no average) to below 1";
        }
    }
}
