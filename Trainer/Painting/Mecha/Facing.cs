namespace LatentWalk.Trainer.Painting.Mecha;

/// <summary>Where in the picture the robot looks.</summary>
internal enum Facing
{
    Left,
    Right,
}
