using System.CommandLine;
using System.Text.Json;
using LatentWalk.Cli;
using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Errors;
using LatentWalk.Trainer.Data;
using LatentWalk.Trainer.Machine;
using LatentWalk.Trainer.Report;
using LatentWalk.Trainer.Runs;
using LatentWalk.Trainer.Verdicts;

namespace LatentWalk.Trainer.Verbs;

/// <summary><c>report</c>: a run folder → what it has come to, as one page and in a few lines.</summary>
internal static class ReportVerb
{
    public static Command Create()
    {
        var command = new Command("report", "Say what a run has come to: a verdict in plain words, and one HTML page with its curves, sheets, film and nearest real pictures.");
        var run = new Argument<string>("RUN") { Description = "The run folder; it may be training just now." };
        var open = new Option<bool>("--open") { Description = "Show the page in the browser." };
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        command.Add(run);
        command.Add(open);
        command.Add(json);
        command.SetAction(parsed =>
        {
            using var signal = new ShutdownSignal();
            var verdict = Write(parsed.GetValue(run)!, signal);
            string page = RunFolder.ReportPath(parsed.GetValue(run)!);
            Console.WriteLine(parsed.GetValue(json) ? JsonSerializer.Serialize(ReportResult.Of(verdict, page), VerbJson.Default.ReportResult) : VerdictText.Of(verdict, parsed.GetValue(run)!));
            Talk.Info($"The page: '{page}'.");
            if (parsed.GetValue(open))
            {
                Show(page);
            }

            return (int)ExitCode.Ok;
        });
        return command;
    }

    /// <summary>In the browser, or says how to get it there.</summary>
    public static void Show(string page)
    {
        if (!Browser.Open(page))
        {
            Talk.Info($"There is no browser to open here. The page is one file: open '{Path.GetFullPath(page)}' in any browser, or copy it to a machine that has one.");
        }
    }

    private static Verdict Write(string runFolder, ShutdownSignal signal)
    {
        var options = File.Exists(RunFolder.ConfigPath(runFolder))
            ? Options.TrainingOptionsJson.ReadFile(RunFolder.ConfigPath(runFolder))
            : throw new UsageException($"'{runFolder}' is not a run: it has no {RunFolder.ConfigName}. Name the folder given to 'lw train --run'.");
        bool training = CheckpointStore.IsHeld(runFolder);
        using var set = Pictures(runFolder, options, training, signal, out string? problem);
        if (!training)
        {
            EvolutionFilm.Write(runFolder);
        }

        return new RunReport(runFolder, set, int.MaxValue) { NoPictures = problem }.Write(training ? LiveReport.RefreshSeconds : null, signal.Token);
    }

    /// <summary>The pictures the run was trained on; null with the reason where they are gone or others.</summary>
    private static IPictureSet? Pictures(string runFolder, Options.TrainingOptions options, bool training, ShutdownSignal signal, out string? problem)
    {
        string packed = RunPictures.PathIn(runFolder);
        bool packedBefore = File.Exists(packed);
        ProgressLine? progress = null;
        try
        {
            var set = PictureSource.Open(
                new PictureRequest
                {
                    Data = options.Data.Folder,
                    Size = options.Generator.Resolution,
                    Fit = options.Data.FitMode,
                    Threads = Cores.Physical(),
                    MemoryBytes = TrainingMachine.PictureMemoryBytes,
                    PackedPath = packed,
                    Known = options.Data.Fingerprint,
                    Say = Talk.Info,
                    Decoded = (done, total) => (progress ??= Talk.Progress("reading pictures", total)).Report(done),
                },
                signal.Token);
            problem = set.Fingerprint == options.Data.Fingerprint ? null
                : $"The pictures in '{options.Data.Folder}' are no longer those that the run was trained on, so that nothing can be said about the nearest of them.";
            if (problem is null)
            {
                return set;
            }

            set.Dispose();
        }
        catch (BadDataException error)
        {
            problem = $"The pictures that the run was trained on cannot be read: {error.Message}";
        }
        catch (OperationCanceledException)
        {
            signal.ThrowIfReceived("stopped while the pictures were being read; no page was written.");
            throw;
        }
        finally
        {
            progress?.Dispose();
            if (!packedBefore && !training)
            {
                Core.Files.AtomicFile.TryDelete(packed);
            }
        }

        Talk.Warn(problem);
        return null;
    }
}
