using LatentWalk.Imaging;

namespace LatentWalk.Viewer.Models;

/// <summary>What a path that somebody named or dropped comes down to.</summary>
/// <param name="Generator">The generator file to walk in; null for one that is open already.</param>
/// <param name="Picture">Where to stand in it, from a saved picture.</param>
internal sealed record OpenTarget(string? Generator, PictureLatent? Picture = null);
