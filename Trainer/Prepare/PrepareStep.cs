namespace LatentWalk.Trainer.Prepare;

/// <summary>The steps from a file to a picture of the set, in the order in which they happen. Each has a name, <see cref="StepNames"/>.</summary>
internal enum PrepareStep : byte
{
    Decode,
    Face,
    Small,
    Aspect,
    Blur,
    Grey,
    Photo,
    Background,
    Duplicate,
    Turn,
    Square,
    Mirror,
}
