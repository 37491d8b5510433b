namespace LatentWalk.Viewer.App;

/// <summary>How the window opens.</summary>
/// <param name="FrameLimit">Frames a second at most; null: as many as the display shows.</param>
internal sealed record WindowSettings(int Width = 960, int Height = 720, bool FullScreen = false, bool VSync = true, double? FrameLimit = null);
