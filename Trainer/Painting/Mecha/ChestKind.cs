namespace LatentWalk.Trainer.Painting.Mecha;

/// <summary>What the chest carries.</summary>
internal enum ChestKind
{
    Vents,
    Core,
    Plate,
    Hatch,
}
