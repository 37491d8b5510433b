using LatentWalk.Core.Errors;

namespace LatentWalk.Filming;

/// <summary>The program that makes .mp4 films, where it is installed.</summary>
internal static class Ffmpeg
{
    /// <summary>Its full path; null where it is not on the search path.</summary>
    public static string? Find() => Find(Environment.GetEnvironmentVariable("PATH") ?? string.Empty);

    /// <param name="searchPath">As in the environment.</param>
    public static string? Find(string searchPath)
    {
        string name = OperatingSystem.IsWindows() ? "ffmpeg.exe" : "ffmpeg";
        return searchPath.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder.Trim('"'), name))
            .FirstOrDefault(File.Exists);
    }

    public static UsageException Missing(string path)
    {
        string install = OperatingSystem.IsWindows() ? "winget install ffmpeg"
            : OperatingSystem.IsMacOS() ? "brew install ffmpeg"
            : "sudo apt-get install ffmpeg";
        return new UsageException(
            $"'{path}' needs ffmpeg, which is not on the search path. Install it ({install}), or write {Path.ChangeExtension(path, ".webp")}, an .apng or a folder of frames.");
    }
}
