using System.Diagnostics;
using System.Text.Json;
using LatentWalk.Core.Errors;
using LatentWalk.Trainer.Options;
using LatentWalk.Trainer.Verbs;

namespace LatentWalk.Trainer.Planning;

/// <summary>Runs a trial in a process of its own: what a process has once taken, another trial in it would count again.</summary>
internal static class TrialProcess
{
    /// <summary>The hidden switch of <c>train</c> that makes it read options from standard input and try them.</summary>
    public const string Switch = "--plan-trial";

    /// <exception cref="DeviceException">There is not enough memory even for this.</exception>
    public static PlanTrial Run(TrainingOptions options)
    {
        string program = Environment.ProcessPath ?? "dotnet";
        var start = new ProcessStartInfo(program) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        if (Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase))
        {
            start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, typeof(TrialProcess).Assembly.GetName().Name + ".dll"));
        }

        start.ArgumentList.Add("train");
        start.ArgumentList.Add(Switch);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(TrainingOptionsJson.Serialize(options));
        process.StandardInput.Close();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 && JsonSerializer.Deserialize(output, VerbJson.Default.PlanTrial) is { } trial
            ? trial
            : throw new DeviceException(
                $"trying a batch of {options.Batch} ended with exit code {process.ExitCode}: {Reason(errors.Result)} Use a smaller --batch or --machine.microBatch, or close other programs.");
    }

    private static string Reason(string errors) =>
        errors.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() is { } line ? line.Replace("error: ", "", StringComparison.Ordinal) : "the system ended it.";
}
