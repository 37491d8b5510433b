namespace LatentWalk.Viewer.Shelf;

/// <summary>Where a sprite lies on the sheet.</summary>
internal sealed record SheetFrame(SheetRect Frame);
