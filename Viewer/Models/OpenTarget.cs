using LatentWalk.Imaging;

namespace LatentWalk.Viewer.Models;

/// <summary>What the paths that somebody named or dropped come down to.</summary>
/// <param name="Generator">The generator file, checkpoint or run to walk in; null for one that is open already.</param>
/// <param name="Picture">Where to stand in it, from a saved picture.</param>
internal sealed record OpenTarget(string? Generator, PictureLatent? Picture = null)
{
    /// <summary>The generator file, checkpoint or run to compare it with.</summary>
    public string? Other { get; init; }

    /// <summary>Several saved pictures of one generator, for the shelf.</summary>
    public IReadOnlyList<SavedPicture> Pictures { get; init; } = [];

    /// <summary>A walk (.walk.json) to play.</summary>
    public string? Walk { get; init; }

    /// <summary>A folder of pictures, the training set to look for the nearest one in.</summary>
    public string? Data { get; init; }

    /// <summary>One sentence on what was left out and why; null when everything was used.</summary>
    public string? Notice { get; init; }
}
