using System.Globalization;
using LatentWalk.Core.Files;
using LatentWalk.Imaging;

namespace LatentWalk.Filming;

/// <summary>
/// A PNG for each picture. A face carries its latent, by which a later run knows the pictures that need not be made again. Each is
/// whole or not there; all are durable together, at the end: one that a power cut damages is known by its checksums and made again.
/// </summary>
internal sealed class FrameFolder : IFilm
{
    private readonly string folder;
    private readonly int width;
    private readonly int height;
    private readonly string? note;
    private readonly Func<int, string> nameOf;

    public FrameFolder(string folder, int width, int height, string? note, Func<int, string> nameOf)
    {
        (this.folder, this.width, this.height, this.note, this.nameOf) = (folder, width, height, note, nameOf);
        Folders.Make(folder);
        FilmFiles.OnDisk("read the folder", folder, () =>
        {
            foreach (string leftover in Directory.EnumerateFiles(folder, AtomicFile.TemporaryPattern))
            {
                FilmFiles.TryDelete(leftover);
            }
        });
    }

    /// <summary>Of a film's frames, which are counted from 1.</summary>
    public static string NameOf(int frame) => string.Create(CultureInfo.InvariantCulture, $"frame-{frame + 1:D6}.png");

    public bool Has(int frame, PictureLatent? latent)
    {
        string path = PathOf(frame);
        return latent is not null && File.Exists(path) && PngFile.Holds(path, latent, width, height, note);
    }

    public void Add(int frame, ReadOnlySpan<byte> rgba, PictureLatent? latent)
    {
        string path = PathOf(frame);
        byte[] png = PngFile.Encode(rgba, width, height, latent, note);
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
        // Pictures that are there stay: a later run goes on with them.
    }

    private string PathOf(int frame) => Path.Combine(folder, nameOf(frame));
}
