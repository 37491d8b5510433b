using System.Diagnostics;
using System.Text.Json.Nodes;
using LatentWalk.Core.Errors;

namespace LatentWalk.Benchmarks;

/// <summary>A program that ends what it prints with one JSON object about its speed, run as a process of its own.</summary>
internal sealed record BenchProcess(string Name, string Program, IReadOnlyList<string> Arguments)
{
    /// <summary>Set for this process beside OPENBLAS_NUM_THREADS=1, which all of them need: OpenBLAS's threads fight OpenMP's.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <exception cref="DeviceException">It cannot be started, fails, or prints no JSON.</exception>
    public JsonNode Run() => ("\n" + Output()) is var output && output.LastIndexOf("\n{", StringComparison.Ordinal) is >= 0 and var at
        ? JsonNode.Parse(output[at..])!
        : throw new DeviceException($"{Name} printed no figures. Run it by hand: {Program} {string.Join(' ', Arguments)}");

    /// <summary>For what it does, not for what it prints.</summary>
    /// <exception cref="DeviceException">It cannot be started or fails.</exception>
    public void RunSilently() => Output();

    /// <summary>For who ends it; what it prints has to be read.</summary>
    /// <exception cref="DeviceException">It cannot be started.</exception>
    public Process Start()
    {
        var start = new ProcessStartInfo(Program, Arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["OPENBLAS_NUM_THREADS"] = "1";
        foreach (var (key, value) in Environment)
        {
            start.Environment[key] = value;
        }

        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            throw new DeviceException($"{Name} could not be started: {error.Message}. Is {Program} installed?", error);
        }
    }

    private string Output()
    {
        using var process = Start();
        var errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output
            : throw new DeviceException($"{Name} ended with code {process.ExitCode}: {errors.Result.Trim()}. Run it by hand: {Program} {string.Join(' ', Arguments)}");
    }
}
