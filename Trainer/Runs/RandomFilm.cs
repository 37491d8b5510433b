using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Errors;
using LatentWalk.Imaging;
using LatentWalk.Imaging.Animations;

namespace LatentWalk.Trainer.Runs;

/// <summary>The run's random.webp: its random samples one after another, from noise to pictures.</summary>
internal static class RandomFilm
{
    /// <summary>A minute; of a longer run every second, third, … sample is shown.</summary>
    public const int MostFrames = 1500;

    private const double FramesPerSecond = 25;
    private const int Quality = 90;

    /// <param name="drawn">Told after each frame: how many are done, and how many there are to be.</param>
    /// <returns>The film's path; null where the run keeps no random samples.</returns>
    /// <exception cref="DiskException">The disk refused; the film of before is as it was.</exception>
    public static string? Write(string runFolder, Action<int, int>? drawn = null)
    {
        var frames = Chosen(RandomSample.Kept(runFolder));
        AnimationWriter? film = null;
        var size = (Width: 0, Height: 0);
        string path = Path.Combine(runFolder, RunFolder.RandomFilmName);
        try
        {
            foreach (var (index, frame) in frames.Index())
            {
                drawn?.Invoke(index + 1, frames.Count);
                if (ReadOrNull(frame) is not { } picture)
                {
                    continue;
                }

                if (film is null)
                {
                    size = (picture.Width, picture.Height);
                    film = AnimationWriter.Create(AnimationFormat.Webp, path, new AnimationSettings(size.Width, size.Height, FramesPerSecond) { Quality = Quality });
                }

                if ((picture.Width, picture.Height) == size)
                {
                    film.Append(film.Encode(picture.Rgba));
                }
            }

            film?.Finish();
        }
        finally
        {
            film?.Dispose();
        }

        return film is null ? null : path;
    }

    /// <summary>At most <see cref="MostFrames"/>, evenly, the last one among them.</summary>
    internal static IReadOnlyList<string> Chosen(IReadOnlyList<string> samples)
    {
        int stride = (samples.Count + MostFrames - 1) / MostFrames;
        return stride <= 1 ? samples : [.. samples.Where((_, index) => (samples.Count - 1 - index) % stride == 0)];
    }

    /// <summary>Null for a picture that somebody damaged or took away: the film goes on without it.</summary>
    private static (byte[] Rgba, int Width, int Height)? ReadOrNull(string path)
    {
        try
        {
            return PngFile.Read(path);
        }
        catch (LatentWalkException)
        {
            return null;
        }
    }
}
