using System.Text.Json;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Files;

namespace LatentWalk.Exporter.Web;

/// <summary>The package onnxruntime-web, unpacked in a folder: which of its files a page needs, and under which names.</summary>
/// <param name="Version">As its package.json has it.</param>
/// <param name="Files">Name on the page to path here.</param>
internal sealed record WebRuntime(string Version, IReadOnlyDictionary<string, string> Files)
{
    public const string Package = "onnxruntime-web";

    /// <summary>The one that the page was tested with.</summary>
    public const string PinnedVersion = "1.23.2";

    public const string LicenseName = "LICENSE.txt";

    // Servers that do not know .mjs serve it as something that browsers refuse to run; every server knows .js.
    private static readonly (string OnPage, string InPackage)[] Needed =
    [
        ("ort.wasm.min.js", "dist/ort.wasm.min.mjs"),
        ("ort-wasm-simd-threaded.js", "dist/ort-wasm-simd-threaded.mjs"),
        ("ort-wasm-simd-threaded.wasm", "dist/ort-wasm-simd-threaded.wasm"),
        ("ort.webgpu.min.js", "dist/ort.webgpu.min.mjs"),
        ("ort-wasm-simd-threaded.asyncify.js", "dist/ort-wasm-simd-threaded.asyncify.mjs"),
        ("ort-wasm-simd-threaded.asyncify.wasm", "dist/ort-wasm-simd-threaded.asyncify.wasm"),
    ];

    /// <param name="folder">What holds package.json; null when the user gave none.</param>
    /// <exception cref="UsageException">It is not there, not that package, another version, or incomplete; says how to get it.</exception>
    public static WebRuntime Open(string? folder)
    {
        if (folder is null)
        {
            throw new UsageException($"--web needs the package {Package} {PinnedVersion}, which ./lw fetches by itself. Started in another way: {HowTo}");
        }

        string manifest = Path.Combine(folder, "package.json");
        if (!File.Exists(manifest))
        {
            throw new UsageException($"'{folder}' has no package.json, expected the unpacked package {Package} {PinnedVersion}. {HowTo}");
        }

        var (name, version) = ReadManifest(manifest);
        if (name != Package || version != PinnedVersion)
        {
            throw new UsageException($"'{folder}' holds {name} {version}, expected {Package} {PinnedVersion}. {HowTo}");
        }

        string? missing = Needed.Select(file => file.InPackage).FirstOrDefault(file => !File.Exists(Path.Combine(folder, file)));
        return missing is null
            ? new WebRuntime(version, Needed.ToDictionary(file => file.OnPage, file => Path.Combine(folder, file.InPackage)))
            : throw new UsageException($"'{folder}' has no {missing}, expected the whole package {Package} {PinnedVersion}. {HowTo}");
    }

    private static string HowTo =>
        $"Run 'npm pack {Package}@{PinnedVersion}', unpack the .tgz (tar -xzf) and give --runtime package.";

    private static (string Name, string Version) ReadManifest(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            var root = document.RootElement;
            return root.ValueKind == JsonValueKind.Object
                && root.TryGetProperty("name", out var name) && root.TryGetProperty("version", out var version)
                && name.ValueKind == JsonValueKind.String && version.ValueKind == JsonValueKind.String
                ? (name.GetString()!, version.GetString()!)
                : throw new UsageException($"'{path}' names no package and version, expected that of {Package} {PinnedVersion}. {HowTo}");
        }
        catch (JsonException error)
        {
            throw new UsageException($"'{path}' is not JSON, expected that of {Package} {PinnedVersion}. {HowTo}", error);
        }
        catch (Exception error) when (DiskErrors.IsDiskError(error))
        {
            throw DiskErrors.Wrap("read", path, error);
        }
    }
}
