namespace LatentWalk.Viewer.App;

/// <summary>A walk drawn into files.</summary>
/// <param name="Frames">How many; null for as long as the script goes on and a second more.</param>
/// <param name="Folder">Where frame-000001.png and the rest go.</param>
internal sealed record HeadlessSettings(int? Frames, int Width, int Height, string Folder, double FramesPerSecond = 60);
