using System.Diagnostics;

namespace LatentWalk.EndToEnd.Tests;

/// <summary>One finished run of one of the programs, started as a user starts it.</summary>
internal sealed record ProgramRun(int ExitCode, string Output, string Errors)
{
    /// <summary>Runs <paramref name="program"/> (Trainer, Exporter or Viewer) and waits for its end.</summary>
    public static ProgramRun Of(string program, params string[] arguments) =>
        Of(program, environment: null, arguments);

    public static ProgramRun Of(string program, IReadOnlyDictionary<string, string?>? environment, params string[] arguments) =>
        Start("dotnet", [Checkout.Program(program), .. arguments], environment);

    /// <param name="folder">Where it runs; null for the root of the tree.</param>
    public static ProgramRun Start(string file, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string?>? environment = null, string? folder = null)
    {
        ProcessStartInfo start = new(file, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = folder ?? Checkout.Root,
        };
        start.Environment["OPENBLAS_NUM_THREADS"] = "1";
        foreach ((string name, string? value) in environment ?? new Dictionary<string, string?>())
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new ProgramRun(process.ExitCode, output, errors.Result);
    }

    /// <summary>Asserts success, showing what the program said when it failed.</summary>
    public ProgramRun Succeeded()
    {
        Assert.True(ExitCode == 0, $"exit code {ExitCode}\n{Output}\n{Errors}");
        return this;
    }

    /// <summary>Asserts one clear error: the code, and each of <paramref name="words"/> in the message; never a stack.</summary>
    public void Failed(int exitCode, params string[] words)
    {
        Assert.True(ExitCode == exitCode, $"exit code {ExitCode}, expected {exitCode}\n{Output}\n{Errors}");
        Assert.DoesNotContain("   at LatentWalk", Errors, StringComparison.Ordinal);
        foreach (string word in words)
        {
            Assert.Contains(word, Errors, StringComparison.OrdinalIgnoreCase);
        }
    }
}
