using LatentWalk.Core.Errors;
using LatentWalk.Core.Files;
using LatentWalk.Imaging.Animations;

namespace LatentWalk.Filming;

/// <summary>Opens films by the name of their file.</summary>
public static class Film
{
    /// <summary>The endings that name a file; anything else is a folder of frames.</summary>
    public const string Endings = ".mp4, .webp, .apng or .gif";

    private const int LongestWebpSide = 16_383;
    private const double FastestGif = 50;

    /// <summary>Whether the program that makes .mp4 films is installed.</summary>
    public static bool CanMakeMp4 => Ffmpeg.Find() is not null;

    /// <summary>Of a film's frames as files, which are counted from 1: frame-000001.png.</summary>
    public static string NameOfFrame(int frame) => FrameFolder.NameOf(frame);

    public static FilmFormat FormatOf(string path) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".MP4" => FilmFormat.Mp4,
        ".WEBP" => FilmFormat.Webp,
        ".APNG" => FilmFormat.Apng,
        ".GIF" => FilmFormat.Gif,
        _ => FilmFormat.Frames,
    };

    /// <param name="path">A file ending in one of <see cref="Endings"/>, or a folder. Its folder is made.</param>
    /// <exception cref="UsageException">It does not fit the format, or the format's program is not installed; says what to do.</exception>
    /// <exception cref="DiskException">The folder cannot be made.</exception>
    public static IFilm Open(string path, FilmSettings settings)
    {
        FilmFormat format = FormatOf(path);
        if (format is FilmFormat.Frames)
        {
            return OpenFolder(path, settings, NameOfFrame);
        }

        RequireFit(path, format, settings);
        Folders.MakeFor(path);
        if (Directory.Exists(path))
        {
            throw new UsageException($"'{path}' is a folder; name a film file ending in {Endings}, or a folder without such an ending for single frames.");
        }

        return format is FilmFormat.Mp4
            ? new Mp4Film(path, settings.Width, settings.Height, settings.FramesPerSecond, Ffmpeg.Find() ?? throw Ffmpeg.Missing(path))
            : new AnimationFilm(path, Animation(format), settings.Frames, new AnimationSettings(settings.Width, settings.Height, settings.FramesPerSecond)
            {
                Alpha = settings.Alpha,
                Quality = settings.Quality,
            });
    }

    /// <summary>A folder of PNGs under names of one's own. The folder is made.</summary>
    /// <param name="nameOf">Of each picture, without folder; each another.</param>
    /// <exception cref="DiskException">The folder cannot be made.</exception>
    public static IFilm OpenFolder(string folder, FilmSettings settings, Func<int, string> nameOf) =>
        new FrameFolder(folder, settings.Width, settings.Height, settings.Note, nameOf);

    private static AnimationFormat Animation(FilmFormat format) => format switch
    {
        FilmFormat.Apng => AnimationFormat.Apng,
        FilmFormat.Gif => AnimationFormat.Gif,
        _ => AnimationFormat.Webp,
    };

    private static void RequireFit(string path, FilmFormat format, FilmSettings settings)
    {
        if (format is FilmFormat.Webp && Math.Max(settings.Width, settings.Height) > LongestWebpSide)
        {
            throw new UsageException($"'{path}': a WebP has at most {LongestWebpSide} pixels a side, not {settings.Width}x{settings.Height}; write an .apng or a folder of frames, or use a smaller size.");
        }

        if (format is FilmFormat.Gif && settings.FramesPerSecond > FastestGif)
        {
            throw new UsageException($"'{path}': a GIF shows at most {FastestGif} frames a second, not {settings.FramesPerSecond}; use a smaller --fps, or write a .webp.");
        }
    }
}
