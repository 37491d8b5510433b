using System.CommandLine;
using System.Text.Json;
using LatentWalk.Cli;
using LatentWalk.Core.Errors;
using LatentWalk.Trainer.Machine;
using LatentWalk.Trainer.Options;
using LatentWalk.Trainer.Planning;

namespace LatentWalk.Trainer.Verbs;

/// <summary><c>train --plan</c>: what a run would take, instead of the run.</summary>
internal sealed class PlanSwitches
{
    private readonly Option<bool> _plan = new("--plan") { Description = "Say what the run would take (parameters, memory, time, disk) instead of starting it. Needs neither --data nor --run." };
    private readonly Option<bool> _json = new("--json") { Description = "With --plan: print one JSON object." };
    private readonly Option<bool> _trial = new(TrialProcess.Switch) { Hidden = true };

    private PlanSwitches()
    {
    }

    public static PlanSwitches AddTo(Command command)
    {
        var switches = new PlanSwitches();
        command.Add(switches._plan);
        command.Add(switches._json);
        command.Add(switches._trial);
        return switches;
    }

    /// <summary>Whether this was asked for, and is answered.</summary>
    public bool Answer(ParseResult parsed, TrainingRequest request, string? runFolder)
    {
        if (parsed.GetValue(_trial))
        {
            var asked = TrainingOptionsJson.TryParse(Console.In.ReadToEnd(), out string? problem) ?? throw new UsageException($"the options to try are not usable: {problem}.");
            Console.WriteLine(JsonSerializer.Serialize(TrialRun.Run(TrainingMachine.Prepare(asked)), VerbJson.Default.PlanTrial));
            return true;
        }

        if (!parsed.GetValue(_plan))
        {
            return parsed.GetValue(_json) ? throw new UsageException("--json goes with --plan; a run tells its numbers in log.jsonl.") : false;
        }

        // The pictures are not looked at.
        var options = TrainingMachine.Prepare((request with { Changes = [("data.folder", "(none)"), .. request.Changes] }).Resolve());
        using var progress = Talk.Progress("trying some steps", 3);
        int done = 0;
        progress.Report(done);
        var plan = Planner.Plan(options, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes, ExistingFolder(runFolder), sized =>
        {
            var trial = TrialProcess.Run(sized);
            progress.Report(++done);
            return trial;
        });
        progress.Dispose();
        foreach (string line in parsed.GetValue(_json) ? [JsonSerializer.Serialize(plan, VerbJson.Default.TrainingPlan)] : PlanText.Of(plan))
        {
            Console.WriteLine(line);
        }

        return true;
    }

    /// <summary>The folder that a run would be made in.</summary>
    private static string ExistingFolder(string? runFolder)
    {
        string? folder = Path.GetFullPath(runFolder ?? ".");
        while (folder is not null && !Directory.Exists(folder))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? ".";
    }
}
