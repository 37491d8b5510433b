namespace LatentWalk.Trainer.Painting.Faces;

/// <summary>What is seen of the clothes below the neck.</summary>
internal enum Clothing
{
    Sailor,
    Shirt,
    TurtleNeck,
    Hood,
    RoundNeck,
}
