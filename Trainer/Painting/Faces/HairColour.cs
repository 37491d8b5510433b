namespace LatentWalk.Trainer.Painting.Faces;

/// <summary>Label of a picture; the number is its class in <c>dataset.json</c>.</summary>
internal enum HairColour
{
    Black,
    Brown,
    Blonde,
    Orange,
    Red,
    Pink,
    Purple,
    Blue,
    Aqua,
    Green,
    Silver,
    White,
}
