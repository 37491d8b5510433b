namespace LatentWalk.Trainer.Painting.Mecha;

/// <summary>What shows behind the shoulders.</summary>
internal enum BackpackKind
{
    Pack,
    Boosters,
    Sabres,
    Cannons,
    Tanks,
}
