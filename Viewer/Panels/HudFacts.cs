namespace LatentWalk.Viewer.Panels;

/// <summary>What the HUD shows beside the walk itself.</summary>
/// <param name="RunSeconds">What one picture takes; null where times are not shown.</param>
/// <param name="StopKey">What stops the walk that goes on by itself.</param>
internal readonly record struct HudFacts(
    string Name, long? Step, string Provider, double? RunSeconds, double FramesPerSecond, string StopKey = "TAB");
