using LatentWalk.Imaging;
using LatentWalk.Walking;

namespace LatentWalk.Viewer.Shelf;

/// <summary>A face on the shelf. Immutable.</summary>
/// <param name="File">Name of its PNG in the shelf's folder.</param>
/// <param name="Name">Shown to the user.</param>
/// <param name="Generator">Name of the generator that made it.</param>
/// <param name="Bookmark">The number key that leads to it, 1 to 9; null for none.</param>
/// <param name="Latent">What leads back to it.</param>
/// <param name="Place">The same; one object as long as the file does not change.</param>
/// <param name="Thumbnail">uint8 [Side, Side, 4] of the saved pixels.</param>
internal sealed record ShelfItem(
    string File, string Name, string Generator, int? Bookmark, PictureLatent Latent, Waypoint Place, byte[] Thumbnail)
{
    /// <summary>It is not on the disk yet: saving it failed, and is tried again.</summary>
    public bool IsUnsaved { get; init; }

    public Favourite ToFavourite(WalkModel model) => new(
        Place.Z.Length > 0 ? Place : Waypoint.OfSeed(Latent.Seed ?? 0, model.ZDim), Latent.Truncation, Latent.C is { } c && c.Length == model.Classes ? c : WalkState.OneClass(model.Classes, 0), Name, Bookmark);
}
