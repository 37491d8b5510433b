namespace LatentWalk.Trainer.Painting.Mecha;

/// <summary>What the hand in front holds.</summary>
internal enum WeaponKind
{
    None,
    Rifle,
    Sabre,
    Axe,
    Bazooka,
    Lance,
    Sword,
}
