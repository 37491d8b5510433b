namespace LatentWalk.Viewer.Shelf;

/// <param name="Image">Name of the sheet's PNG, beside the JSON.</param>
internal sealed record SheetMeta(string App, string Image, SheetSize Size, int Scale);
