using LatentWalk.Core.Errors;

namespace LatentWalk.Filming;

/// <summary>Opens films by the name of their file.</summary>
public static class Film
{
    /// <summary>The endings that name a file; anything else is a folder of frames.</summary>
    public const string Endings = ".mp4, .webp or .apng";

    /// <summary>Whether the program that makes .mp4 films is installed.</summary>
    public static bool CanMakeMp4 => Ffmpeg.Find() is not null;

    public static FilmFormat FormatOf(string path) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".MP4" => FilmFormat.Mp4,
        ".WEBP" => FilmFormat.Webp,
        ".APNG" => FilmFormat.Apng,
        _ => FilmFormat.Frames,
    };

    /// <param name="path">A file ending in one of <see cref="Endings"/>, or a folder. Its folder is made.</param>
    /// <param name="frames">How many will come.</param>
    /// <exception cref="UsageException">It does not fit the format, or the format's program is not installed; says what to do.</exception>
    /// <exception cref="DiskException">The folder cannot be made.</exception>
    public static IFilm Open(string path, int frames, int width, int height, double framesPerSecond)
    {
        FilmFormat format = FormatOf(path);
        if (format is FilmFormat.Frames)
        {
            return new FrameFolder(path, width, height);
        }

        FilmFiles.MakeFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
        if (Directory.Exists(path))
        {
            throw new UsageException($"'{path}' is a folder; name a film file ending in {Endings}, or a folder without such an ending for single frames.");
        }

        return format is FilmFormat.Mp4
            ? new Mp4Film(path, width, height, framesPerSecond, Ffmpeg.Find() ?? throw Ffmpeg.Missing(path))
            : new AnimationFilm(path, format, frames, width, height, framesPerSecond);
    }
}
