namespace LatentWalk.Trainer.Painting;

/// <summary>
/// The part of a shape that the same shape, moved (in units of the whole picture), leaves bare: the edge that a light from
/// there lights, or that one from the other side leaves in shade.
/// </summary>
internal readonly record struct Rim(Ink Ink, double X, double Y);
