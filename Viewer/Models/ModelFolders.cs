using System.Security.Cryptography;
using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Onnx;

namespace LatentWalk.Viewer.Models;

/// <summary>
/// Where generators lie when none is named: the runs and models of the current folder, then those of the checkout that
/// the program was built in.
/// </summary>
internal sealed class ModelFolders(IReadOnlyList<string> roots)
{
    private const int Depth = 3;

    public static ModelFolders Default { get; } = new(DefaultRoots());

    /// <summary>
    /// The run that committed a checkpoint last or the generator exported last under runs/, whichever is newer, else the first of
    /// models/; null where there is none at all. A run stands for the generators exported from it.
    /// </summary>
    public string? Newest() =>
        roots.Select(root => NewestRunOrGenerator(Path.Combine(root, RunFolder.DefaultParent))).FirstOrDefault(path => path is not null)
        ?? roots.Select(root => Generators(Path.Combine(root, "models")).Order(StringComparer.Ordinal).FirstOrDefault())
            .FirstOrDefault(path => path is not null);

    /// <summary>What a folder is opened by: itself where it is a run with a checkpoint, else the newest generator in it; null for neither.</summary>
    public static string? GeneratorIn(string folder) =>
        File.Exists(CommittedCheckpoints.ManifestPath(folder)) ? folder : Generators(folder).MaxBy(File.GetLastWriteTimeUtc);

    /// <summary>The run that was started last and has nothing to open yet; for the message when nothing can be opened.</summary>
    public string? NewestRun() => roots
        .SelectMany(root => RunsIn(Path.Combine(root, RunFolder.DefaultParent)))
        .MaxBy(File.GetLastWriteTimeUtc);

    /// <summary>Every run that has a checkpoint and every generator outside of them, newest first.</summary>
    public IReadOnlyList<string> All() => [.. roots
        .SelectMany(root => (string[])[Path.Combine(root, RunFolder.DefaultParent), Path.Combine(root, "models")])
        .SelectMany(Openable)
        .DistinctBy(Path.GetFullPath)
        .OrderByDescending(Changed)
        .ThenBy(path => path, StringComparer.Ordinal)];

    /// <summary>When a generator or a run changed last.</summary>
    public static DateTime Changed(string path) =>
        File.GetLastWriteTimeUtc(Directory.Exists(path) ? CommittedCheckpoints.ManifestPath(path) : path);

    /// <summary>The generator of these bytes; null where it is in none of the folders.</summary>
    public string? WithSha256(string sha256) => AllGenerators()
        .FirstOrDefault(path => Same(Sha256Of(path), sha256));

    /// <summary>A committed checkpoint, or a generator that was made of it; null where there is neither any more.</summary>
    /// <param name="sha256">Of the checkpoint.</param>
    /// <param name="weights">Which of its two generators.</param>
    /// <param name="nearby">A run to look in first; null for none.</param>
    public string? OfCheckpoint(string? sha256, string? weights, string? nearby = null) => sha256 is null ? null : roots
        .SelectMany(root => RunsIn(Path.Combine(root, RunFolder.DefaultParent)))
        .Prepend(nearby)
        .OfType<string>()
        .Select(run => Committed(run, sha256, weights) ?? Remembered(run, sha256, weights))
        .FirstOrDefault(path => path is not null)
        ?? AllGenerators().FirstOrDefault(path => IsOf(path, sha256, weights));

    private static string? NewestRunOrGenerator(string runs) => Openable(runs).MaxBy(Changed);

    // A run, or the generators that lie in a folder that is none.
    private static IEnumerable<string> Openable(string folder)
    {
        List<string> withCheckpoint = [.. RunsIn(folder).Where(run => File.Exists(CommittedCheckpoints.ManifestPath(run)))];
        return [.. withCheckpoint, .. Generators(folder).Where(path => !withCheckpoint.Exists(run => path.StartsWith(run + Path.DirectorySeparatorChar, StringComparison.Ordinal)))];
    }

    private static IEnumerable<string> RunsIn(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateDirectories(folder).Where(RunFolder.IsRun) : [];

    private static string? Committed(string run, string sha256, string? weights)
    {
        try
        {
            return CommittedCheckpoints.Of(run)
                .FirstOrDefault(checkpoint => Same(checkpoint.Sha256, sha256) && Opened(checkpoint.Path, file => WeightSet.BestOf(file).Name) == weights)?.Path;
        }
        catch (LatentWalkException)
        {
            return null;    // somebody else's run; the checkpoint looked for may be in another
        }
    }

    private static string? Remembered(string run, string sha256, string? weights) => GeneratorHistory.Of(run)
        .FirstOrDefault(kept => Opened(kept.Path, file => file.Metadata.GetValueOrDefault(CheckpointKeys.Origin) + WeightSet.BestOf(file).Name) == sha256 + weights).Path;

    private static string? Opened(string checkpoint, Func<SafetensorsFile, string?> read)
    {
        try
        {
            using SafetensorsFile file = SafetensorsFile.Open(checkpoint);
            return read(file);
        }
        catch (LatentWalkException)
        {
            return null;
        }
    }

    private static bool Same(string? a, string? b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static bool IsOf(string generator, string checkpoint, string? weights)
    {
        try
        {
            IReadOnlyDictionary<string, string> metadata = OnnxGuard.Read(generator).Summary.Metadata;
            return Same(metadata.GetValueOrDefault(MetadataKeys.Checkpoint), checkpoint)
                && metadata.GetValueOrDefault(MetadataKeys.Weights) == weights;
        }
        catch (BadModelException)
        {
            return false;
        }
    }

    private IEnumerable<string> AllGenerators() => roots
        .SelectMany(root => Generators(Path.Combine(root, "models")).Concat(Generators(Path.Combine(root, RunFolder.DefaultParent))));

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
