namespace LatentWalk.Viewer.App;

/// <summary>How the window opens.</summary>
internal sealed record WindowSettings(int Width = 960, int Height = 720, bool FullScreen = false);
