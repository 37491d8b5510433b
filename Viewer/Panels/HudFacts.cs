namespace LatentWalk.Viewer.Panels;

/// <summary>What the HUD shows beside the walk itself.</summary>
internal readonly record struct HudFacts(string Name, long? Step, string Provider, double RunSeconds, double FramesPerSecond);
