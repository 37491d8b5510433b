namespace LatentWalk.Filming;

/// <summary>What became of a film's pictures.</summary>
/// <param name="Made">Generated now.</param>
/// <param name="Found">There from an earlier run, whole.</param>
public sealed record FilmCount(int Made, int Found);
