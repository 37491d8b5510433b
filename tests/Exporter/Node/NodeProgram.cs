using System.Diagnostics;

namespace LatentWalk.Exporter.Tests.Node;

/// <summary>Node with ONNX Runtime, as tests/Exporter/Node/install.sh left it.</summary>
internal static class NodeProgram
{
    /// <summary>Where draw.mjs and its packages lie; null when they are not installed.</summary>
    public static string? Folder { get; } = Find();

    /// <summary>Runs draw.mjs and gives back what it printed.</summary>
    public static string Draw(params string[] arguments)
    {
        var start = new ProcessStartInfo("node", [Path.Combine(Folder!, "draw.mjs"), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"node ended with {process.ExitCode}: {errors.Result}");
    }

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string here = Path.Combine(folder.FullName, "tests", "Exporter", "Node");
            if (File.Exists(Path.Combine(here, "draw.mjs")))
            {
                bool installed = File.Exists(Path.Combine(here, "node_modules", "onnxruntime-node", "package.json"));
                bool hasNode = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
                    .Any(place => File.Exists(Path.Combine(place, OperatingSystem.IsWindows() ? "node.exe" : "node")));
                return installed && hasNode ? here : null;
            }
        }

        return null;
    }
}
