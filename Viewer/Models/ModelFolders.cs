using System.Security.Cryptography;
using LatentWalk.Core.Checkpoints;

namespace LatentWalk.Viewer.Models;

/// <summary>
/// Where generators lie when none is named: the runs and models of the current folder, then those of the checkout that
/// the program was built in.
/// </summary>
internal sealed class ModelFolders(IReadOnlyList<string> roots)
{
    private const int Depth = 3;

    public static ModelFolders Default { get; } = new(DefaultRoots());

    /// <summary>The generator exported last under runs/, else the first of models/; null where there is none at all.</summary>
    public string? Newest() =>
        roots.Select(root => Generators(Path.Combine(root, RunFolder.DefaultParent)).MaxBy(File.GetLastWriteTimeUtc))
            .FirstOrDefault(path => path is not null)
        ?? roots.Select(root => Generators(Path.Combine(root, "models")).Order(StringComparer.Ordinal).FirstOrDefault())
            .FirstOrDefault(path => path is not null);

    /// <summary>The newest generator inside one run; null where none was exported.</summary>
    public static string? NewestIn(string run) => Generators(run).MaxBy(File.GetLastWriteTimeUtc);

    /// <summary>The run that was trained last and has no generator yet; for the message when nothing can be opened.</summary>
    public string? NewestRun() =>
        roots.Select(root => RunFolder.Newest(Path.Combine(root, RunFolder.DefaultParent))).FirstOrDefault(run => run is not null);

    /// <summary>The generator of these bytes; null where it is in none of the folders.</summary>
    public string? WithSha256(string sha256) => roots
        .SelectMany(root => Generators(Path.Combine(root, "models")).Concat(Generators(Path.Combine(root, RunFolder.DefaultParent))))
        .FirstOrDefault(path => string.Equals(Sha256Of(path), sha256, StringComparison.OrdinalIgnoreCase));

    private static List<string> Generators(string folder) => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, "*.onnx", new EnumerationOptions
            {
                RecurseSubdirectories = true,
                MaxRecursionDepth = Depth,
                IgnoreInaccessible = true,
                MatchCasing = MatchCasing.CaseInsensitive,
            })]
        : [];

    private static string? Sha256Of(string path)
    {
        try
        {
            using FileStream stream = File.OpenRead(path);
            return Convert.ToHexStringLower(SHA256.HashData(stream));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;    // somebody else's file; the one looked for may still be another
        }
    }

    private static List<string> DefaultRoots()
    {
        List<string> roots = [Directory.GetCurrentDirectory()];
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Viewer.sln")) && folder.FullName != roots[0])
            {
                roots.Add(folder.FullName);
            }
        }

        return roots;
    }
}
