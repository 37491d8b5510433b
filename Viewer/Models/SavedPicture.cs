using LatentWalk.Imaging;

namespace LatentWalk.Viewer.Models;

/// <summary>A PNG that leads back to its face.</summary>
internal sealed record SavedPicture(string Path, PictureLatent Latent);
