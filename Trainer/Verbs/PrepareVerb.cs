using System.CommandLine;
using System.Text.Json;
using LatentWalk.Cli;
using LatentWalk.Core.Errors;
using LatentWalk.Trainer.Prepare;
using LatentWalk.Trainer.Prepare.Report;

namespace LatentWalk.Trainer.Verbs;

/// <summary><c>prepare</c>: a folder or a zip of pictures → a packed set and a report.</summary>
internal static class PrepareVerb
{
    public static Command Create()
    {
        var command = new Command("prepare", "Make a training set of a mess of pictures: check, crop, filter, pad, pack; report what was left out and why.");
        var source = new Argument<string>("DIR|ZIP") { Description = "The pictures, in folders or not; told apart by content." };
        var set = new Option<string>("--out", "-o") { Description = "The set to write, such as faces.lwset; its report stands beside it.", Required = true };
        var preview = new Option<int>("--preview") { Description = "Write sheets of so many pictures before and after each step." };
        var truth = new Option<string?>("--truth") { Description = "Hold the result against this CSV of name, keep (yes or no) and reason; precision and recall go into the report." };
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        command.Add(source);
        command.Add(set);
        var fields = new PrepareFields(command);
        command.Add(preview);
        command.Add(truth);
        command.Add(json);
        command.SetAction(parsed =>
        {
            PrepareOptions options = fields.Read(parsed) with { Preview = parsed.GetValue(preview), Truth = parsed.GetValue(truth) };
            using var signal = new ShutdownSignal();
            PrepareSummary summary = Prepare(parsed.GetValue(source)!, parsed.GetValue(set)!, options, signal);
            if (parsed.GetValue(json))
            {
                Console.WriteLine(JsonSerializer.Serialize(summary, VerbJson.Default.PrepareSummary));
            }

            Tell(summary);
            return (int)ExitCode.Ok;
        });
        return command;
    }

    private static PrepareSummary Prepare(string source, string set, PrepareOptions options, ShutdownSignal signal)
    {
        ProgressLine? progress = null;
        try
        {
            return PreparePipeline.Run(source, set, options, (done, total) => (progress ??= Talk.Progress("preparing", total)).Report(done), signal.Token);
        }
        catch (OperationCanceledException)
        {
            signal.ThrowIfReceived($"stopped; nothing was written to '{set}'.");
            throw;
        }
        finally
        {
            progress?.Dispose();
        }
    }

    private static void Tell(PrepareSummary summary)
    {
        Talk.Info($"{summary.Count} pictures of {summary.Size}×{summary.Size} are in '{summary.Set}'; {summary.Candidates - summary.Kept} of {summary.Candidates} were left out.");
        foreach ((string step, int count) in summary.Refused.Where(entry => entry.Value > 0))
        {
            Talk.Info($"  {count,7}  {StepNames.Reason(StepNames.Parse(step)!.Value)} ({step})");
        }

        if (summary.Truth is { } told)
        {
            Talk.Info($"Against the truth: precision {TruthSection.Part(told.Precision)}, recall {TruthSection.Part(told.Recall)}; {told.GoodKept} of {told.Good} good ones are kept, and {told.BadKept} others.");
        }

        Talk.Info($"Report: {summary.Report}" + (summary.Preview is null ? string.Empty : $"; sheets: {summary.Preview}"));
    }
}
