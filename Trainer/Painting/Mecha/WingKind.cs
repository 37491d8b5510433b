namespace LatentWalk.Trainer.Painting.Mecha;

/// <summary>What spreads behind the robot.</summary>
internal enum WingKind
{
    None,
    Blades,
    Feathers,
    Binders,
    Light,
}
