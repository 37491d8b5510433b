using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Files;

namespace LatentWalk.Core.Checkpoints;

/// <summary>Reads a checkpoints folder and changes nothing in it.</summary>
internal static class CheckpointFolder
{
    /// <summary>The manifest; null when there is none or it is not usable, with a warning in the latter case.</summary>
    internal static CheckpointManifest? ReadManifest(string folder, List<string> warnings)
    {
        string path = Path.Combine(folder, CheckpointNames.Manifest);
        string json;
        try
        {
            // Whoever reads must not keep a trainer from replacing it meanwhile.
            using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using StreamReader reader = new(stream);
            json = reader.ReadToEnd();
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception error) when (DiskErrors.IsDiskError(error))
        {
            throw DiskErrors.Wrap("read", path, error);
        }

        CheckpointManifest? manifest = StrictJson.TryParse(json, CheckpointJsonContext.Default.CheckpointManifest, out string? problem);
        if (manifest is not null && manifest.Version != CheckpointManifest.CurrentVersion)
        {
            throw new BadModelException($"'{path}' has version {manifest.Version}; this program reads {CheckpointManifest.CurrentVersion}. Use the program that wrote it, or a newer one.");
        }

        problem ??= Validate(manifest!);
        if (problem is null)
        {
            return manifest;
        }

        warnings.Add($"'{path}' is damaged: {problem}. Using the newest checkpoint in the folder that reads whole; its content cannot be compared with a SHA-256.");
        return null;
    }

    /// <summary>What a manifest that is missing or damaged should at least have listed.</summary>
    internal static CheckpointManifest Salvage(string folder, List<string> warnings) =>
        NewestReadable(folder, warnings) is not { } newest ? new CheckpointManifest() : new CheckpointManifest
        {
            Generations =
            [
                new CheckpointGeneration
                {
                    Step = newest.Step,
                    File = Path.GetFileName(newest.Path),
                    Bytes = new FileInfo(newest.Path).Length,
                    Sha256 = newest.Sha256,
                },
            ],
        };

    internal static string ManifestText(CheckpointManifest manifest) =>
        JsonSerializer.Serialize(manifest, CheckpointJsonContext.Default.CheckpointManifest) + "\n";

    /// <summary>
    /// The newest generation whose size and SHA-256 are those of the manifest. Every newer one that fails is named in
    /// <paramref name="warnings"/> and added to <paramref name="damaged"/>.
    /// </summary>
    internal static CheckpointRef? Newest(string folder, List<string> warnings, HashSet<string> damaged)
    {
        CheckpointManifest? manifest = ReadManifest(folder, warnings);
        if (manifest is null)
        {
            return NewestReadable(folder, warnings);
        }

        foreach (CheckpointGeneration generation in manifest.Generations)
        {
            string path = Path.Combine(folder, generation.File);
            string? problem = Verify(path, generation);
            if (problem is null)
            {
                return new CheckpointRef(path, generation.Step, generation.Sha256);
            }

            damaged.Add(generation.File);
            warnings.Add($"checkpoint '{path}' is damaged: {problem}. Falling back to the one before it.");
        }

        if (manifest.Generations.Count > 0)
        {
            throw new BadModelException($"every checkpoint in '{folder}' is damaged: {string.Join(" ", warnings)} Train again, or copy a whole checkpoint back.");
        }

        return null;
    }

    /// <summary>What differs between a file and its line in the manifest, or null.</summary>
    internal static string? Verify(string path, CheckpointGeneration generation)
    {
        try
        {
            using FileStream stream = File.OpenRead(path);
            if (stream.Length != generation.Bytes)
            {
                return $"it has {stream.Length} bytes, expected {generation.Bytes}";
            }

            string sha256 = Convert.ToHexStringLower(SHA256.HashData(stream));
            return sha256 == generation.Sha256 ? null : $"its SHA-256 is {sha256}, expected {generation.Sha256}";
        }
        catch (FileNotFoundException)
        {
            return "it is missing";
        }
        catch (Exception error) when (DiskErrors.IsDiskError(error))
        {
            return $"it cannot be read ({error.Message.TrimEnd('.')})";
        }
    }

    /// <summary>A checkpoint by itself, as whole as its structure and its version show.</summary>
    internal static CheckpointRef ReadSingle(string path)
    {
        using SafetensorsFile file = SafetensorsFile.Open(path);
        string version = file.RequireMetadata(CheckpointKeys.Version);
        if (version != CheckpointKeys.CurrentVersion)
        {
            throw new BadModelException($"'{path}' has checkpoint version '{version}'; this program reads {CheckpointKeys.CurrentVersion}. Use the program that wrote it, or a newer one.");
        }

        string text = file.RequireMetadata(CheckpointKeys.Step);
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long step))
        {
            throw new BadModelException($"'{path}' has the metadata {CheckpointKeys.Step} '{text}'; expected a whole number.");
        }

        return new CheckpointRef(path, step, file.Sha256());
    }

    // Without a manifest a file under its final name is still whole: it was made durable before it was renamed.
    private static CheckpointRef? NewestReadable(string folder, List<string> warnings)
    {
        if (!Directory.Exists(folder))
        {
            return null;
        }

        var found = new List<CheckpointRef>();
        foreach (string path in Directory.EnumerateFiles(folder).Where(p => CheckpointNames.IsGeneration(Path.GetFileName(p))))
        {
            try
            {
                found.Add(ReadSingle(path));
            }
            catch (LatentWalkException error)
            {
                warnings.Add($"passing over a checkpoint: {error.Message}");
            }
        }

        return found.OrderByDescending(c => c.Step).ThenBy(c => c.Path, StringComparer.Ordinal).FirstOrDefault();
    }

    private static string? Validate(CheckpointManifest manifest)
    {
        foreach (CheckpointGeneration generation in manifest.Generations)
        {
            if (!CheckpointNames.IsGeneration(generation.File))
            {
                return $"file is '{generation.File}'; expected a name such as '{CheckpointNames.Generation(200)}'";
            }

            if (generation.Step < 0 || generation.Bytes < 0 || generation.Sha256.Length != 64 || generation.Sha256.Any(c => !char.IsAsciiHexDigitLower(c)))
            {
                return $"the entry of '{generation.File}' has a step, bytes or sha256 that cannot be right";
            }
        }

        if (manifest.Best is { } best && !manifest.Generations.Any(g => g.File == best.File))
        {
            return $"best is '{best.File}', which is none of the generations";
        }

        return null;
    }
}
