namespace LatentWalk.Trainer.Painting.Mecha;

/// <summary>Armour of the lower legs.</summary>
internal enum LegKind
{
    Straight,
    Flared,
    Guarded,
    Finned,
}
