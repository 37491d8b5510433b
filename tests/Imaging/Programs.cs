using System.Diagnostics;

namespace LatentWalk.Imaging.Tests;

/// <summary>Runs programs that judge our files independently.</summary>
internal static class Programs
{
    public static bool IsThere(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, name)));

    public static (int ExitCode, byte[] Output) Run(string name, params string[] arguments)
    {
        ProcessStartInfo start = new(name, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        using MemoryStream output = new();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        output.Write(System.Text.Encoding.UTF8.GetBytes(errors.Result));
        return (process.ExitCode, output.ToArray());
    }

    public static string RunText(string name, params string[] arguments) => System.Text.Encoding.UTF8.GetString(Run(name, arguments).Output);
}
