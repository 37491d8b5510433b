namespace LatentWalk.Viewer.Shelf;

/// <summary>Pixels from the top left.</summary>
internal sealed record SheetRect(int X, int Y, int W, int H);
