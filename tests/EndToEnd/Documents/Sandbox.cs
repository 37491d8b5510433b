using System.Text.RegularExpressions;

namespace LatentWalk.EndToEnd.Tests.Documents;

/// <summary>
/// A folder in which a document's commands find what they name: pictures, sets, runs, generators, walks. All of it is small, and made once
/// by the programs themselves.
/// </summary>
public sealed partial class Sandbox : IDisposable
{
    private readonly TrainedRun _trained = new();
    private readonly string _found;
    private readonly string _set;
    private readonly string _picture;
    private readonly string _walk;

    public Sandbox()
    {
        _found = _trained.Inside("found");
        _set = _trained.Inside("faces.lwset");
        _picture = Path.Combine(_trained.Inside("saved"), "seed-000005.png");
        _walk = _trained.Inside("flight.walk.json");
        ProgramRun.Of("Trainer", "paint", _found, "--count", "24", "--size", "128", "--seed", "11").Succeeded();
        ProgramRun.Of("Trainer", "prepare", _trained.Faces, "-o", _set, "--size", "64").Succeeded();
        ProgramRun.Of("Exporter", "render", _trained.Generator, "--seeds", "5", "-o", Path.GetDirectoryName(_picture)!).Succeeded();
        string hands = _trained.Inside("hands.txt");
        File.WriteAllText(hands, "0 press F5\n0.05 down W\n0.3 up W\n0.4 press F5\n");
        string frames = _trained.Inside("recorded");
        ProgramRun.Of("Viewer", "view", _trained.Generator, "--headless", "--frames", "30", "--size", "64x64", "--input", hands, "--out", frames).Succeeded();
        File.Copy(Directory.GetFiles(frames, "*.walk.json", SearchOption.AllDirectories).Single(), _walk);
    }

    /// <summary>A folder for one document; like the tree, it has a folder of models.</summary>
    public string Folder(string document)
    {
        string folder = Path.Combine(_trained.Inside("documents"), document.Replace('/', '-'));
        Directory.CreateDirectory(Path.Combine(folder, "models"));
        File.Copy(_trained.Generator, Path.Combine(folder, "models", "trained.onnx"), overwrite: true);
        return folder;
    }

    /// <summary>Puts what a command is to read, and what no command before it has made, where it looks for it.</summary>
    /// <param name="path">As the document names it, from <paramref name="folder"/>.</param>
    public void Provide(string folder, string path)
    {
        string target = Path.Combine(folder, path);
        if (Path.Exists(target) || !Named().IsMatch(path))
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        switch (path)
        {
            case var _ when path.EndsWith(".onnx", StringComparison.Ordinal): File.Copy(_trained.Generator, target); break;
            case var _ when path.EndsWith(".lwset", StringComparison.Ordinal): File.Copy(_set, target); break;
            case var _ when path.EndsWith(".png", StringComparison.Ordinal): File.Copy(_picture, target); break;
            case var _ when path.EndsWith(".walk.json", StringComparison.Ordinal): File.Copy(_walk, target); break;
            case var _ when path.EndsWith(".csv", StringComparison.Ordinal): WriteTruth(target); break;
            case var _ when path.StartsWith("runs/", StringComparison.Ordinal): Copy(_trained.Run, target); break;
            case "data/faces": Copy(_trained.Faces, target); break;
            default: Copy(_found, target); break;
        }
    }

    public void Dispose() => _trained.Dispose();

    // Every second picture belongs.
    private void WriteTruth(string target) => File.WriteAllLines(target,
        Directory.GetFiles(_found, "*.png", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select((path, index) => $"{Path.GetFileName(path)},{(index % 2 == 0 ? "yes" : "no,photo")}"));

    private static void Copy(string from, string to)
    {
        foreach (string file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    /// <summary>What documents name their files and folders.</summary>
    [GeneratedRegex(@"^(data/[\w.-]+|runs/[\w-]+|[\w./-]+\.(onnx|lwset|png|csv|walk\.json))$")]
    private static partial Regex Named();
}
