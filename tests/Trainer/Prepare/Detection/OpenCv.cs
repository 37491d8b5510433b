using System.Diagnostics;
using System.Text.Json;
using LatentWalk.Trainer.Prepare.Detection;

namespace LatentWalk.Trainer.Tests.Prepare.Detection;

/// <summary>OpenCV's own detector, through the system's Python.</summary>
internal static class OpenCv
{
    private static readonly string[] s_pythons = ["/usr/bin/python3", "python3"];

    /// <summary>A Python that can <c>import cv2</c>; null without one.</summary>
    public static string? Python { get; } = s_pythons.FirstOrDefault(CanImport);

    /// <summary>What it finds in each of the pictures.</summary>
    public static IReadOnlyList<FaceBox>[] Find(string cascade, IReadOnlyList<GreyImage> pictures, DetectorOptions options)
    {
        using var folder = new TemporaryFolder();
        for (int i = 0; i < pictures.Count; i++)
        {
            FaceScenes.WritePgm(folder[$"{i:D4}.pgm"], pictures[i]);
        }

        string script = Path.Combine(AppContext.BaseDirectory, "Prepare", "Detection", "opencv_faces.py");
        var start = new ProcessStartInfo(Python!, [script, cascade, folder.Path, $"{options.ScaleFactor}", $"{options.MinNeighbours}", $"{options.MinSide}"])
        {
            RedirectStandardOutput = true,
        };
        using Process process = Process.Start(start)!;
        using JsonDocument answer = JsonDocument.Parse(process.StandardOutput.ReadToEnd());
        process.WaitForExit();
        return [.. answer.RootElement.GetProperty("found").EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => Boxes(p.Value))];
    }

    public static IReadOnlyList<FaceBox> Boxes(JsonElement list) =>
        [.. list.EnumerateArray().Select(b => new FaceBox(b[0].GetInt32(), b[1].GetInt32(), b[2].GetInt32(), b[3].GetInt32()))];

    private static bool CanImport(string python)
    {
        try
        {
            var start = new ProcessStartInfo(python, ["-c", "import cv2"]) { RedirectStandardError = true };
            using Process process = Process.Start(start)!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
