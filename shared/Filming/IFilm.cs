using LatentWalk.Imaging;

namespace LatentWalk.Filming;

/// <summary>
/// Where the frames of a film go, in order. Until <see cref="Finish"/> nothing is there under the film's own name (a folder
/// of frames apart, which grows and can be gone on with); disposed before that, it leaves nothing half done behind.
/// </summary>
public interface IFilm : IDisposable
{
    /// <summary>Whether this very frame is there from an earlier run, and need not be made again.</summary>
    /// <param name="latent">What it must show; null for frames that are not faces, which are always made again.</param>
    bool Has(int frame, PictureLatent? latent);

    /// <summary>The next frame.</summary>
    /// <param name="rgba">uint8 [height, width, 4], opaque; the film's to keep.</param>
    /// <param name="latent">Of a face.</param>
    void Add(int frame, byte[] rgba, PictureLatent? latent);

    /// <summary>All frames have come: the film is whole and on the disk.</summary>
    void Finish();
}
