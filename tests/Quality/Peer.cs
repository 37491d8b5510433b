using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace LatentWalk.Quality.Tests;

/// <summary>Debian's Python with NumPy and SciPy: somebody else's linear algebra and filters to hold the metrics against.</summary>
internal static class Peer
{
    private const string Program = "/usr/bin/python3";

    private static readonly Lazy<bool> s_isThere = new(() => File.Exists(Program) && TryRun("import numpy, scipy.linalg, scipy.ndimage", []).Code == 0);

    public static bool IsThere => s_isThere.Value;

    /// <summary>The numbers that a script prints; it finds the arrays as a, b, … and their row lengths in the file.</summary>
    public static double[] Run(string script, params RowMatrix[] arrays)
    {
        string folder = Directory.CreateTempSubdirectory("latentwalk-quality-").FullName;
        try
        {
            var lines = new List<string> { "import sys, numpy as np" };
            for (int i = 0; i < arrays.Length; i++)
            {
                string path = Path.Combine(folder, $"{i}.f32");
                File.WriteAllBytes(path, [.. Enumerable.Range(0, arrays[i].Rows).SelectMany(row => MemoryMarshal.AsBytes(arrays[i][row]).ToArray())]);
                lines.Add($"{(char)('a' + i)} = np.fromfile(sys.argv[{i + 1}], dtype='<f4').astype(np.float64).reshape(-1, {arrays[i].Width})");
            }

            var (code, output) = TryRun(string.Join('\n', lines) + "\n" + script, [.. Enumerable.Range(0, arrays.Length).Select(i => Path.Combine(folder, $"{i}.f32"))]);
            return code == 0
                ? [.. output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => double.Parse(word, CultureInfo.InvariantCulture))]
                : throw new InvalidOperationException($"python3 ended with {code}: {output}");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static (int Code, string Output) TryRun(string script, string[] arguments)
    {
        var start = new ProcessStartInfo(Program, ["-c", script, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["OPENBLAS_NUM_THREADS"] = "1";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, process.ExitCode == 0 ? output : output + errors.Result);
    }
}
