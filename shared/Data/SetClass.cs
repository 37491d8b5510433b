namespace LatentWalk.Data;

/// <summary>A class of a packed set.</summary>
/// <param name="Count">Pictures that have it.</param>
public sealed record SetClass(string Name, int Count);
