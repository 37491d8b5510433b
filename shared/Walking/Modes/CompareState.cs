namespace LatentWalk.Walking.Modes;

/// <param name="IsPair">Side by side, not in one place with a wiper.</param>
/// <param name="IsSwapped">The other generator comes first.</param>
public sealed record CompareState(bool IsPair, bool IsSwapped);
