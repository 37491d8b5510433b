using System.Diagnostics;
using System.Text.Json.Nodes;
using LatentWalk.Core.Errors;

namespace LatentWalk.Benchmarks;

/// <summary>A program that prints one JSON line about its speed, run as a process of its own.</summary>
internal sealed record BenchProcess(string Name, string Program, IReadOnlyList<string> Arguments)
{
    /// <summary>Set for this process beside OPENBLAS_NUM_THREADS=1, which all of them need: OpenBLAS's threads fight OpenMP's.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <exception cref="DeviceException">It cannot be started, fails, or prints no JSON.</exception>
    public JsonNode Run()
    {
        var start = new ProcessStartInfo(Program, Arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["OPENBLAS_NUM_THREADS"] = "1";
        foreach (var (key, value) in Environment)
        {
            start.Environment[key] = value;
        }

        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            string? line = output.Split('\n').LastOrDefault(text => text.StartsWith('{'));
            return process.ExitCode == 0 && line is not null
                ? JsonNode.Parse(line)!
                : throw new DeviceException($"{Name} ended with code {process.ExitCode} and no figures: {errors.Result.Trim()}. Run it by hand: {Program} {string.Join(' ', Arguments)}");
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            throw new DeviceException($"{Name} could not be started: {error.Message}. Is {Program} installed?", error);
        }
    }
}
