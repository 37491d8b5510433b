namespace LatentWalk.Trainer.Painting.Mecha;

/// <summary>What the other arm carries.</summary>
internal enum ShieldKind
{
    None,
    Tall,
    Kite,
    Round,
    Spiked,
}
