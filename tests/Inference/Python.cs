using System.Diagnostics;

namespace LatentWalk.Inference.Tests;

/// <summary>The system's Python, whose packages are the peers that files are checked against.</summary>
internal static class Python
{
    private static readonly Dictionary<string, bool> Found = [];

    // A Python of the user's own, first on the path, need not have the distribution's packages.
    private static string Program => File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";

    public static bool Has(string module)
    {
        lock (Found)
        {
            if (!Found.TryGetValue(module, out bool found))
            {
                Found[module] = found = TryRun($"import {module}").Code == 0;
            }

            return found;
        }
    }

    /// <summary>Runs a script to its end and gives back what it printed.</summary>
    public static string Run(string script, params string[] arguments)
    {
        var (code, output) = TryRun(script, arguments);
        return code == 0 ? output : throw new InvalidOperationException($"python3 ended with {code}: {output}");
    }

    private static (int Code, string Output) TryRun(string script, params string[] arguments)
    {
        var start = new ProcessStartInfo(Program, ["-c", script, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["OPENBLAS_NUM_THREADS"] = "1";
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output + errors.Result);
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            return (-1, error.Message);
        }
    }
}
