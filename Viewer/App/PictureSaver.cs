using System.Globalization;
using LatentWalk.Core.Files;
using LatentWalk.Imaging;
using LatentWalk.Inference;

namespace LatentWalk.Viewer.App;

/// <summary>Writes the picture on screen as a PNG that leads back to it.</summary>
internal sealed class PictureSaver(string folder, TimeProvider clock)
{
    /// <returns>What writes the file and returns its path; the pixels are already copied, so it may run on any thread.</returns>
    public Func<string> Prepare(ShownPicture picture, GeneratorInfo info)
    {
        byte[] rgba = [.. picture.Rgba];
        int width = picture.Width;
        int height = picture.Height;
        PictureLatent latent = LatentOf(info, [.. picture.Z], picture.C, picture.Truncation, picture.Seed);
        string name = Name(info, picture.Seed, clock.GetLocalNow());
        return () =>
        {
            string path = FreePath(name);
            PngFile.Write(path, rgba, width, height, latent);
            return path;
        };
    }

    /// <summary>What a saved picture remembers.</summary>
    /// <param name="c">[classes]; empty for the first class.</param>
    internal static PictureLatent LatentOf(GeneratorInfo info, float[] z, float[] c, float truncation, ulong? seed) => new()
    {
        Model = info.Sha256,
        Seed = seed,
        Z = z,
        C = info.Classes == 0 ? null : c.Length == info.Classes ? [.. c] : Walking.WalkState.OneClass(info.Classes, 0),
        Truncation = truncation,
        Step = info.Step,
        Checkpoint = info.Checkpoint,
        Weights = info.Checkpoint is null ? null : info.Metadata?.Weights,
    };

    /// <summary>"faces-step000600-seed42-20261122-013205": sorts by generator and time, says what it is.</summary>
    internal static string Name(GeneratorInfo info, ulong? seed, DateTimeOffset time) => string.Create(
        CultureInfo.InvariantCulture,
        $"{info.Name}{(info.Step is { } step ? $"-step{step:D6}" : "")}{(seed is { } number ? $"-seed{number}" : "-walk")}-{time:yyyyMMdd-HHmmss}");

    // Two pictures within one second must not become one.
    private string FreePath(string name)
    {
        Folders.Make(folder);
        string path = Path.Combine(folder, name + ".png");
        for (int i = 2; File.Exists(path); i++)
        {
            path = Path.Combine(folder, $"{name}-{i}.png");
        }

        return path;
    }
}
