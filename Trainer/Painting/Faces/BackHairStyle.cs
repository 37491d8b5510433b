namespace LatentWalk.Trainer.Painting.Faces;

/// <summary>What the hair does behind the head.</summary>
internal enum BackHairStyle
{
    Short,
    Bob,
    Long,
    Wavy,
    TwinTails,
    PonyTail,
    Spiky,
    Buns,
}
