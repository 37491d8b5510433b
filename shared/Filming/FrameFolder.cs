using System.Globalization;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Files;
using LatentWalk.Imaging;

namespace LatentWalk.Filming;

/// <summary>
/// A PNG for each frame, from 1. A face carries its latent, by which a later run knows the frames that need not be made
/// again. Each frame is whole or not there; durable together, at the end.
/// </summary>
internal sealed class FrameFolder : IFilm
{
    private readonly string folder;
    private readonly int width;
    private readonly int height;

    public FrameFolder(string folder, int width, int height)
    {
        (this.folder, this.width, this.height) = (folder, width, height);
        FilmFiles.MakeFolder(folder);
        FilmFiles.OnDisk("read the folder", folder, () =>
        {
            foreach (string leftover in Directory.EnumerateFiles(folder, AtomicFile.TemporaryPattern))
            {
                FilmFiles.TryDelete(leftover);
            }
        });
    }

    public static string NameOf(int frame) => string.Create(CultureInfo.InvariantCulture, $"frame-{frame + 1:D6}.png");

    public bool Has(int frame, PictureLatent? latent)
    {
        string path = PathOf(frame);
        if (latent is null || !File.Exists(path))
        {
            return false;
        }

        try
        {
            // The pixels are read too: a frame that a crash left damaged is made again.
            return PngFile.ReadLatent(path) is { } found
                && PictureLatentJson.Serialize(found) == PictureLatentJson.Serialize(latent)
                && PngFile.Read(path) is var (_, foundWidth, foundHeight) && (foundWidth, foundHeight) == (width, height);
        }
        catch (BadDataException)
        {
            return false;
        }
    }

    public void Add(int frame, byte[] rgba, PictureLatent? latent)
    {
        string path = PathOf(frame);
        byte[] png = PngFile.Encode(rgba, width, height, latent);
        string temporary = FilmFiles.TemporaryBeside(path);
        try
        {
            FilmFiles.OnDisk("write", path, () =>
            {
                File.WriteAllBytes(temporary, png);
                File.Move(temporary, path, overwrite: true);
            });
        }
        catch
        {
            FilmFiles.TryDelete(temporary);
            throw;
        }
    }

    public void Finish() => FilmFiles.OnDisk("write", folder, () => Fsync.Files(folder));

    public void Dispose()
    {
        // Frames that are there stay: a later run goes on with them.
    }

    private string PathOf(int frame) => Path.Combine(folder, NameOf(frame));
}
