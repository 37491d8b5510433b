namespace LatentWalk.Trainer.Painting.Mecha;

/// <summary>Armour over the upper arms.</summary>
internal enum ShoulderKind
{
    Box,
    Round,
    Spiked,
    Flared,
    Layered,
}
