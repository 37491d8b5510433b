using System.Text.Json;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Files;

namespace LatentWalk.Viewer.Settings;

/// <summary>
/// The settings and the file they are kept in. A file that cannot be understood is told about and never written over: it
/// may be somebody's hours of key bindings with one comma missing.
/// </summary>
internal sealed class SettingsFile
{
    private readonly Lock writing = new();

    private SettingsFile(string path, ViewerSettings settings, string? problem)
    {
        FilePath = path;
        Current = settings;
        Problem = problem;
    }

    /// <summary>settings.json of Latent Walk in the user's application data.</summary>
    public static string DefaultPath => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify), "LatentWalk", "settings.json");

    public string FilePath { get; }

    /// <summary>What the file held when it was read, or the usual settings.</summary>
    public ViewerSettings Current { get; }

    /// <summary>Why the file's content is not what is used, in words for the screen; null where it is.</summary>
    public string? Problem { get; }

    /// <summary>Reads the file. One that is not there gives the defaults, one that is broken gives them with a <see cref="Problem"/>.</summary>
    public static SettingsFile Load(string path)
    {
        try
        {
            return File.Exists(path) ? Read(path, File.ReadAllText(path)) : new SettingsFile(path, ViewerSettings.Default, null);
        }
        catch (Exception error) when (DiskErrors.IsDiskError(error))
        {
            return new SettingsFile(path, ViewerSettings.Default, Describe(path, DiskErrors.Wrap("read", path, error).Message));
        }
    }

    /// <summary>What a file with these settings holds.</summary>
    public static string Write(ViewerSettings settings) => JsonSerializer.Serialize(settings, SettingsJson.Default.ViewerSettings);

    /// <summary>The usual settings, for a walk that keeps none.</summary>
    public static SettingsFile Unkept() => new("", ViewerSettings.Default, null);

    /// <summary>Keeps settings in the file. On any thread, one after the other.</summary>
    /// <exception cref="DiskException">The disk refused, or the file there is one that could not be understood.</exception>
    public void Save(ViewerSettings settings)
    {
        if (FilePath.Length == 0)
        {
            return;
        }

        if (Problem is not null)
        {
            throw new DiskException($"the settings are used but not kept, because {FilePath} could not be understood and is left as it is; put it right, or delete it, and start again.");
        }

        Folders.MakeFor(FilePath);
        lock (writing)
        {
            AtomicFile.WriteText(FilePath, Write(settings) + "\n");
        }
    }

    private static SettingsFile Read(string path, string json)
    {
        ViewerSettings? settings = StrictJson.TryParse(json, SettingsJson.Default.ViewerSettings, out string? problem);
        if (settings is not null && settings.Validate() is { Count: > 0 } wrong)
        {
            problem = string.Join("; ", wrong);
        }

        return problem is null
            ? new SettingsFile(path, settings!, null)
            : new SettingsFile(path, ViewerSettings.Default, Describe(path, problem));
    }

    private static string Describe(string path, string problem) =>
        $"The settings in {path} are not used: {problem.TrimEnd('.')}. The usual ones are used instead and the file is left as it is; put it right, or delete it, and start again.";
}
