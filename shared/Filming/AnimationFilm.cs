using LatentWalk.Core.Errors;
using LatentWalk.Imaging;

namespace LatentWalk.Filming;

/// <summary>An animated WebP or PNG: the frames are held in memory and written at the end, in one go.</summary>
internal sealed class AnimationFilm : IFilm
{
    private const long LargestMemory = 2L << 30;

    private readonly string path;
    private readonly FilmFormat format;
    private readonly int width;
    private readonly int height;
    private readonly double framesPerSecond;
    private readonly byte[][] frames;

    public AnimationFilm(string path, FilmFormat format, int count, int width, int height, double framesPerSecond)
    {
        long bytes = 4L * width * height * count;
        if (bytes > LargestMemory)
        {
            throw new UsageException(
                $"{count} frames of {width}x{height} in one {Path.GetExtension(path)} need {bytes >> 20} MB of memory, expected at most {LargestMemory >> 20}; write an .mp4 or a folder of frames, or use a smaller --fps or size.");
        }

        (this.path, this.format, this.width, this.height, this.framesPerSecond) = (path, format, width, height, framesPerSecond);
        frames = new byte[count][];
    }

    public bool Has(int frame, PictureLatent? latent) => false;

    public void Add(int frame, byte[] rgba, PictureLatent? latent) => frames[frame] = rgba;

    public void Finish()
    {
        int missing = Array.IndexOf(frames, null);
        if (missing >= 0)
        {
            throw new InvalidOperationException($"frame {missing} of {frames.Length} never came.");
        }

        if (format == FilmFormat.Webp)
        {
            AnimationFile.WriteWebp(path, frames, width, height, framesPerSecond);
        }
        else
        {
            AnimationFile.WriteApng(path, frames, width, height, framesPerSecond);
        }
    }

    public void Dispose() => Array.Clear(frames);
}
