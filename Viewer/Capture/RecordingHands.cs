using System.Globalization;
using LatentWalk.Cli;
using LatentWalk.Core.Errors;
using LatentWalk.Core.Files;
using LatentWalk.Inference;
using LatentWalk.Viewer.App;
using LatentWalk.Walking.Recording;

namespace LatentWalk.Viewer.Capture;

/// <summary>
/// The record key: what is played becomes a .walk.json. It is saved while it grows, too, so that a crash costs seconds at
/// most; what cannot be saved stays in memory and is tried again. Main thread; writing happens behind it.
/// </summary>
internal sealed class RecordingHands(WalkSession session, string folder, TimeProvider clock)
{
    private const double AutosaveSeconds = 10;

    private readonly Lock writing = new();
    private WalkRecorder? recorder;
    private string? path;
    private double sinceSaved;
    private int drafts;
    private int written;
    private bool complained;
    private (WalkRecording Recording, string Path)? homeless;

    public bool IsRecording => recorder is not null;

    /// <summary>Whole seconds so far; -1 while nothing is recorded.</summary>
    public int Seconds => recorder is null ? -1 : (int)recorder.Seconds;

    /// <summary>The newest recording's file; null before the first.</summary>
    public string? Last { get; private set; }

    public static WalkOrigin OriginOf(GeneratorInfo info) =>
        new(info.Sha256, info.Name, info.Checkpoint, info.Checkpoint is null ? null : info.Metadata?.Weights);

    public void Toggle()
    {
        if (recorder is not null)
        {
            Stop(null);
        }
        else if (session.Generator is { } generator)
        {
            path = FreePath(PictureSaver.Name(generator.Info, null, clock.GetLocalNow()));
            (sinceSaved, complained) = (0, false);
            recorder = WalkRecorder.Start(session.Simulation, OriginOf(generator.Info));
            session.Say("recording");
        }
    }

    /// <summary>The planned journey becomes a file, too, which plays and makes films as a recording does.</summary>
    public void SavePlan()
    {
        if (session.Generator is not { } generator || session.State.Route?.Plan is not { IsPlayable: true } plan)
        {
            session.Say("a journey needs two key frames: ENTER adds one");
            return;
        }

        string file = FreePath(PictureSaver.Name(generator.Info, null, clock.GetLocalNow()) + "-journey");
        PlannedJourney journey = new(OriginOf(generator.Info), generator.ZDim, generator.Classes, plan);
        session.Background.Start(
            () =>
            {
                Folders.Make(folder);
                WalkFile.Save(file, journey);
                return () =>
                {
                    Last = file;
                    session.Say($"saved the journey; a film of it: the menu's Film, or\n{CommandOf(file)}");
                    Talk.Info($"the journey is {file}; a film of it: {CommandOf(file)}");
                };
            },
            error => session.Do(Walking.WalkAction.Fail(Background.Describe(error))));
    }

    public void Advance(double seconds)
    {
        if (recorder is null)
        {
            return;
        }

        if (recorder.HasEnded)
        {
            Stop("another generator was opened, or the recording has become too long: it ends here");
            return;
        }

        sinceSaved += seconds;
        if (sinceSaved >= AutosaveSeconds)
        {
            sinceSaved = 0;
            Write(recorder.SoFar(), static () => { });
        }
    }

    /// <summary>Ends a recording; nothing where none is made.</summary>
    /// <param name="reason">Null when the user asked for it.</param>
    public void Stop(string? reason)
    {
        if (recorder is null)
        {
            return;
        }

        WalkRecording recording = recorder.Stop();
        recorder = null;
        string file = path!;
        homeless = (recording, file);
        string command = CommandOf(file);
        Write(recording, () =>
        {
            homeless = null;
            Last = file;
            string told = string.Create(CultureInfo.InvariantCulture, $"recorded {recording.Seconds:F1} s: {Path.GetFileName(file)}");
            session.Say($"{(reason is null ? "" : reason + "\n")}recorded {recording.Seconds:F1} s; a film of it: the menu's Film, or\n{command}");
            Talk.Info($"{told} in {folder}; a film of it: {command}");
        });
    }

    /// <summary>The program ends: what there is, is written now, to another place if need be.</summary>
    public void Finish()
    {
        if (recorder is not null)
        {
            homeless = (recorder.Stop(), path!);
            recorder = null;
        }

        if (homeless is not { } last)
        {
            return;
        }

        homeless = null;
        foreach (string file in (string[])[last.Path, Path.Combine(Path.GetTempPath(), Path.GetFileName(last.Path))])
        {
            try
            {
                Save(last.Recording, file, ++drafts);
                Talk.Info($"the recording ended with the program: {file}; a film of it: {CommandOf(file)}");
                return;
            }
            catch (DiskException error)
            {
                Talk.Warn(error.Message);
            }
        }
    }

    /// <summary>What makes a film of a recording, to be pasted into a shell.</summary>
    public static string CommandOf(string file) =>
        $"lw view --replay {Quoted(file)} --headless --out film";

    private string FreePath(string name)
    {
        string free = Path.Combine(folder, name + WalkFile.Ending);
        for (int i = 2; File.Exists(free); i++)
        {
            free = Path.Combine(folder, $"{name}-{i}{WalkFile.Ending}");
        }

        return free;
    }

    private static string Quoted(string path) => path.Contains(' ') ? $"\"{path}\"" : path;

    private void Write(WalkRecording recording, Action done)
    {
        string file = path!;
        int draft = ++drafts;
        session.Background.Start(
            () =>
            {
                Save(recording, file, draft);
                return done;
            },
            error =>
            {
                if (!complained)
                {
                    complained = true;
                    session.Do(Walking.WalkAction.Fail($"{Background.Describe(error)} The recording stays in memory and is tried again when Latent Walk ends."));
                }
            });
    }

    // A draft that comes late must not take the place of a later one.
    private void Save(WalkRecording recording, string file, int draft)
    {
        lock (writing)
        {
            if (draft <= written)
            {
                return;
            }

            Folders.MakeFor(file);
            WalkFile.Save(file, recording);
            written = draft;
        }
    }
}
