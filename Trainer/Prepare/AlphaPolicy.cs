namespace LatentWalk.Trainer.Prepare;

/// <summary>What becomes of transparent pictures.</summary>
internal enum AlphaPolicy
{
    /// <summary>Laid over white.</summary>
    White,

    /// <summary>Laid over middle grey.</summary>
    Grey,

    /// <summary>Kept: the set has four channels.</summary>
    Keep,
}
