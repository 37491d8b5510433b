using LatentWalk.Imaging;

namespace LatentWalk.Filming;

/// <summary>
/// Where pictures go: frames of a film, files of a folder, places on a sheet. Any thread, any order, each once. Until <see cref="Finish"/>
/// nothing is there under the film's own name (a folder apart, which grows and can be gone on with); disposed before that, it
/// leaves nothing half done behind.
/// </summary>
public interface IFilm : IDisposable
{
    /// <summary>Whether this very picture is there from an earlier run, and need not be made again.</summary>
    /// <param name="latent">What it must show; null for pictures that are not faces, which are always made again.</param>
    bool Has(int frame, PictureLatent? latent);

    /// <param name="rgba">uint8 [height, width, 4]; the caller's again on return.</param>
    /// <param name="latent">Of a face.</param>
    void Add(int frame, ReadOnlySpan<byte> rgba, PictureLatent? latent);

    /// <summary>All have come: the film is whole and on the disk.</summary>
    void Finish();
}
