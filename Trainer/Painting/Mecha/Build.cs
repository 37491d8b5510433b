namespace LatentWalk.Trainer.Painting.Mecha;

/// <summary>Proportions.</summary>
internal enum Build
{
    Slender,
    Standard,
    Heavy,
    Compact,
}
