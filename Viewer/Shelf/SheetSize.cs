namespace LatentWalk.Viewer.Shelf;

/// <summary>Pixels.</summary>
internal sealed record SheetSize(int W, int H);
