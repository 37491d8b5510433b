namespace LatentWalk.Trainer.Painting.Mecha;

/// <summary>Whose robot it is: decides the colours, and makes some heads likelier than others. The class of a picture.</summary>
internal enum Faction
{
    Vanguard,
    Legion,
    Crimson,
    Azure,
    Nomad,
    Eclipse,
    Amethyst,
    Aurum,
}
