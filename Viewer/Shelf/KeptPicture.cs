using LatentWalk.Imaging;

namespace LatentWalk.Viewer.Shelf;

/// <summary>A face to be put on the shelf, with pixels of its own.</summary>
/// <param name="FileName">Wished for, without ending.</param>
/// <param name="Rgba">uint8 [Height, Width, 4].</param>
internal sealed record KeptPicture(
    string FileName, string Name, string Generator, int? Bookmark, PictureLatent Latent, byte[] Rgba, int Width, int Height);
