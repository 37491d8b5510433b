using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Errors;
using LatentWalk.Filming;
using LatentWalk.Imaging;

namespace LatentWalk.Trainer.Runs;

/// <summary>The run's evolution.webp: sixteen latents from noise to pictures, a bar below for the step; and evolution.mp4 where ffmpeg is installed.</summary>
internal static class EvolutionFilm
{
    private const double FramesPerSecond = 20;
    private const int Quality = 80;
    private const int BarHeight = 4;

    // The last picture stays for a while before the film begins anew.
    private const int LastStays = 30;

    /// <returns>The films that were written; none where the run has no frames.</returns>
    public static IReadOnlyList<string> Write(string runFolder)
    {
        var frames = new List<(long Step, RgbaImage Picture)>();
        foreach (var (step, path) in EvolutionFrames.Of(runFolder))
        {
            if (ReadOrNull(path) is { } picture && (frames.Count == 0 || (picture.Width, picture.Height) == (frames[0].Picture.Width, frames[0].Picture.Height)))
            {
                frames.Add((step, picture));
            }
        }

        if (frames.Count == 0)
        {
            return [];
        }

        string webp = Path.Combine(runFolder, RunFolder.EvolutionFilmName);
        string[] films = Film.CanMakeMp4 ? [webp, Path.ChangeExtension(webp, ".mp4")] : [webp];
        foreach (string film in films)
        {
            Write(film, frames);
        }

        return films;
    }

    private static void Write(string path, List<(long Step, RgbaImage Picture)> frames)
    {
        int width = frames[0].Picture.Width;
        int height = frames[0].Picture.Height + BarHeight;
        using var film = Film.Open(path, new FilmSettings(frames.Count + LastStays, width, height, FramesPerSecond) { Quality = Quality });
        byte[] rgba = new byte[4 * width * height];
        for (int i = 0; i < frames.Count + LastStays; i++)
        {
            var (step, picture) = frames[Math.Min(i, frames.Count - 1)];
            picture.Rgba.CopyTo(rgba, 0);
            Bar(rgba.AsSpan(picture.Rgba.Length), width, (double)step / frames[^1].Step);
            film.Add(i, rgba, null);
        }

        film.Finish();
    }

    /// <summary>How much of the run lies behind.</summary>
    private static void Bar(Span<byte> rows, int width, double part)
    {
        ReadOnlySpan<byte> done = [0x6C, 0x9C, 0xF0, 255];
        ReadOnlySpan<byte> ahead = [0x12, 0x13, 0x17, 255];
        for (int i = 0; i < rows.Length; i += 4)
        {
            (i / 4 % width < part * width ? done : ahead).CopyTo(rows[i..]);
        }
    }

    /// <summary>Null for a frame that somebody damaged or that a kill cut short: the film goes on without it.</summary>
    private static RgbaImage? ReadOrNull(string path)
    {
        try
        {
            return EncodedPicture.Check(File.ReadAllBytes(path), path).Decode();
        }
        catch (Exception error) when (error is LatentWalkException or IOException)
        {
            return null;
        }
    }
}
