namespace LatentWalk.Inference;

/// <summary>Small training pictures and the class of each.</summary>
/// <param name="Classes">Their names.</param>
/// <param name="Small">float32 [count, <see cref="SmallPicture.Length"/>], as <see cref="SmallPicture"/> makes them.</param>
/// <param name="ClassOf">[count]: an index among <paramref name="Classes"/>.</param>
public sealed record LabelledPictures(IReadOnlyList<string> Classes, float[] Small, int[] ClassOf);
