using System.CommandLine;
using System.Runtime.InteropServices;
using LatentWalk.Cli;
using LatentWalk.Core.Checkpoints;
using LatentWalk.Core.Errors;
using LatentWalk.Trainer.Data;
using LatentWalk.Trainer.Machine;
using LatentWalk.Trainer.Options;
using LatentWalk.Trainer.Report;
using LatentWalk.Trainer.Runs;
using LatentWalk.Trainer.Training;

namespace LatentWalk.Trainer.Verbs;

/// <summary><c>train</c>: a folder, zip or set of pictures → a run folder.</summary>
internal static class TrainVerb
{
    private const int SkippedShown = 5;

    public static Command Create()
    {
        var command = new Command("train", "Train a generator on a folder, a zip or a packed set of pictures.");
        var run = new Option<string>("--run") { Description = "The run folder to write; made if it is not there." };
        var preset = new Option<string>("--preset") { Description = $"{string.Join(" or ", Presets.All.Select(p => p.Preset))}; {TrainingRequest.DefaultPreset} if not given." };
        var resume = new Option<bool>("--resume") { Description = "Continue the run from its newest checkpoint." };
        command.Add(run);
        command.Add(preset);
        var open = new Option<bool>("--open") { Description = "Show the run's page in the browser; it follows the training." };
        command.Add(resume);
        command.Add(open);
        var plan = PlanSwitches.AddTo(command);
        var fields = TrainFields.AddTo(command);
        command.SetAction(parsed =>
        {
            var request = new TrainingRequest(parsed.GetValue(preset), fields.Read(parsed));
            if (plan.Answer(parsed, request, parsed.GetValue(run)))
            {
                return (int)ExitCode.Ok;
            }

            string runFolder = parsed.GetValue(run) ?? throw new UsageException("a run is written to a folder. Name it with --run.");
            using var signal = new ShutdownSignal();
            return (int)Prepare(request, runFolder, parsed.GetValue(resume), parsed.GetValue(open), signal);
        });
        return command;
    }

    private static ExitCode Prepare(TrainingRequest request, string runFolder, bool resume, bool open, ShutdownSignal signal)
    {
        TrainingOptions? before = resume ? RunConfig.Existing(runFolder) : null;
        if (before is null)
        {
            RunConfig.RequireNone(runFolder);
        }

        var options = TrainingMachine.Prepare(before is null ? request.Resolve() : request.Resume(before, runFolder));
        if (before is null && options.Init.Length > 0)
        {
            // A wrong file is told of before the pictures are read, which can take minutes.
            InitialWeights.Open(options.Init).Dispose();
        }

        using var set = OpenPictures(options, before, runFolder, signal);
        if (before is not null)
        {
            RunConfig.RequireSamePictures(before, options, set, runFolder);
        }

        options = RunConfig.WithClasses(options, set);
        options = options with { Init = options.Init.Length > 0 ? Path.GetFullPath(options.Init) : "", Data = options.Data with { Folder = Path.GetFullPath(options.Data.Folder), Fingerprint = set.Fingerprint, Pictures = set.Count } };
        using var store = new CheckpointStore(runFolder);
        if (before is null)
        {
            // Another trainer may have begun here while the pictures were being read.
            RunConfig.RequireNone(runFolder);
        }

        var run = new TrainingRun(store, happened => Tell(runFolder, happened));
        foreach (string warning in store.Warnings)
        {
            Talk.Warn(warning);
        }

        if (before is not null && before.Machine != options.Machine)
        {
            Talk.Info($"The run used {Threads(before.Machine.Threads)} on {before.Machine.Device} before; with another number of threads or device it goes on the same but for rounding.");
        }

        RunConfig.RequireStepsAhead(options, run.Newest, runFolder);
        try
        {
            if (run.Newest is null && options.Init.Length > 0)
            {
                Begin(runFolder, options, run);
            }

            TrainingOptionsJson.WriteFile(RunFolder.ConfigPath(runFolder), options);
            SkippedList.Write(runFolder, set);
            return Train(runFolder, options, set, run, open, signal);
        }
        catch (ExternalException error) when (OutOfMemory.Is(error))
        {
            throw OutOfMemory.During(error, options);
        }
    }

    private static ExitCode Train(string runFolder, TrainingOptions options, IPictureSet set, TrainingRun run, bool open, ShutdownSignal signal)
    {
        long from = run.Newest?.Step ?? 0;
        using var batches = new BatchSource(set, options, Devices.Named(options.Machine.Device), Talk.Warn);
        using var quality = new QualityMeter(set, options);
        Talk.Info(Opening(options, set, from));
        var report = new LiveReport(runFolder, set, Talk.Warn, TimeProvider.System);
        report.Tick();
        if (open)
        {
            ReportVerb.Show(RunFolder.ReportPath(runFolder));
        }

        LoopEnd end;
        using (var progress = Talk.Progress("training", options.Steps, from))
        {
            var training = new GuardedTraining(runFolder, options, batches, run, quality, happened => Tell(runFolder, happened), Follow);
            try
            {
                end = training.Run(signal.Token);
            }
            catch (DivergedException)
            {
                report.Finish(film: true);
                throw;
            }

            void Follow(LoopNews news)
            {
                progress.Report(news.Step, Detail(news));
                report.Tick();
            }
        }

        long at = run.Newest!.Step;

        batches.Rest();
        WriteFilm(runFolder);
        if (report.Finish(film: end is not LoopEnd.Stopped) is { } verdict)
        {
            Talk.Info($"{verdict.Headline}. {verdict.Text}");
        }

        if (batches.Replaced > 0)
        {
            Talk.Warn($"{batches.BadPictures.Count} of {set.Count} pictures had gone bad, and others took their places {batches.Replaced} times. See which with: lw inspect {options.Data.Folder}");
        }

        if (end is LoopEnd.Stopped && signal.Received is { } asked)
        {
            Talk.Info($"Stopped at step {at} and saved it as '{run.Newest.Path}'. Continue with: lw train --run {runFolder} --resume");
            return asked;
        }

        if (end is LoopEnd.Finished)
        {
            RunPictures.Remove(runFolder, options.Data.Folder);
        }

        if (end is LoopEnd.Plateau)
        {
            Talk.Info($"Stopped at step {at}, as --until-plateau asks. To go on all the same: lw train --run {runFolder} --resume --guards.untilPlateau false");
        }

        Talk.Info($"Done: step {at}. Pictures: '{RunFolder.SampleSheetPath(runFolder, at)}'. The whole story: '{RunFolder.ReportPath(runFolder)}'. Next: lw export {runFolder} -o generator.onnx");
        return ExitCode.Ok;
    }

    private static void Tell(string runFolder, RunEvent happened)
    {
        Talk.Warn(happened.Text);
        RunEvents.Append(runFolder, happened);
    }

    /// <summary>What was learned is saved already, so a disk that has no room for the film fails nothing.</summary>
    private static void WriteFilm(string runFolder)
    {
        ProgressLine? progress = null;
        try
        {
            if (RandomFilm.Write(runFolder, (done, total) => (progress ??= Talk.Progress("the film of the random samples", total)).Report(done)) is { } film)
            {
                progress?.Dispose();
                Talk.Info($"The random samples as a film: '{film}'.");
            }
        }
        catch (DiskException error)
        {
            Talk.Warn($"The run is saved, but the film of its random samples is not: {error.Message}");
        }
        finally
        {
            progress?.Dispose();
        }
    }

    /// <summary>Commits the weights of another run as step 0, which is then gone on from, also after a rollback or a kill.</summary>
    private static void Begin(string runFolder, TrainingOptions options, TrainingRun run)
    {
        using var state = new TrainingState(options, Devices.Named(options.Machine.Device));
        var matches = InitialWeights.Load(state, options.Init);

        // A file that fits nothing leaves no run behind; from here on there is one.
        TrainingOptionsJson.WriteFile(RunFolder.ConfigPath(runFolder), options);
        matches.Write(runFolder);
        Talk.Info(matches.Summary);
        foreach (string name in matches.Anew.Take(SkippedShown))
        {
            Talk.Warn($"Nothing in the file fits '{name}'; it begins anew.");
        }

        foreach (string name in matches.NotTaken.Take(SkippedShown))
        {
            Talk.Warn($"The file's '{name}' fits nothing; it is not taken.");
        }

        run.Save(state);
    }

    private static IPictureSet OpenPictures(TrainingOptions options, TrainingOptions? before, string runFolder, ShutdownSignal signal)
    {
        IPictureSet set;
        ProgressLine? progress = null;
        bool sameData = before is not null && before.Data.Folder == Path.GetFullPath(options.Data.Folder);
        try
        {
            set = PictureSource.Open(
                new PictureRequest
                {
                    Data = options.Data.Folder,
                    Size = options.Generator.Resolution,
                    Fit = options.Data.FitMode,
                    Threads = options.Machine.Threads,
                    MemoryBytes = TrainingMachine.PictureMemoryBytes,
                    PackedPath = RunPictures.PathIn(runFolder),
                    Known = sameData ? before!.Data.Fingerprint : null,
                    Say = Talk.Info,
                    Decoded = (done, total) => (progress ??= Talk.Progress("reading pictures", total)).Report(done),
                },
                signal.Token);
        }
        catch (OperationCanceledException)
        {
            signal.ThrowIfReceived("stopped while the pictures were being read; nothing was written.");
            throw;
        }
        finally
        {
            progress?.Dispose();
        }

        if (set.Skipped.Count > 0)
        {
            Talk.Warn($"{set.Skipped.Count} of {set.Count + set.Skipped.Count} files could not be used and are left out; all are named in '{SkippedList.FileName}' of the run.");
            foreach (var skipped in set.Skipped.Take(SkippedShown))
            {
                Talk.Warn(skipped.Reason);
            }
        }

        return set;
    }

    private static string Opening(TrainingOptions options, IPictureSet set, long step)
    {
        string from = step == 0 ? "from the start" : $"on from step {step}";
        return $"{options.Preset}: {set.Count} pictures at {set.Size}×{set.Size}{(set.Classes.Count > 0 ? $" of {set.Classes.Count} classes" : "")}, batch {options.Batch}, {Threads(options.Machine.Threads)} on {options.Machine.Device}, {from} to {options.Steps}. Ctrl-C saves and stops.";
    }

    private static string Threads(int count) => count == 1 ? "1 thread" : $"{count} threads";

    private static string Detail(LoopNews news) => news.Line is { } line
        ? $"{line.ImagesPerSecond:0.0} img/s  loss D {line.LossD:0.000} G {line.LossG:0.000}  D right {line.AccuracyReal:0 %} real {line.AccuracyFake:0 %} fake  gradient D {line.GradientNormD:0.00} G {line.GradientNormG:0.00}"
        : "";
}
