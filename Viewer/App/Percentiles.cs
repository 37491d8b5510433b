namespace LatentWalk.Viewer.App;

/// <summary>Of some samples, in their unit.</summary>
internal readonly record struct Percentiles(double P50, double P95, double Max, int Count);
