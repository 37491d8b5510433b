using System.CommandLine;
using System.Globalization;
using LatentWalk.Cli;
using LatentWalk.Core.Errors;
using LatentWalk.Inference;
using LatentWalk.Viewer.App;
using LatentWalk.Viewer.Capture;
using LatentWalk.Viewer.Input;
using LatentWalk.Viewer.Models;
using LatentWalk.Viewer.Settings;
using LatentWalk.Walking.Recording;
using Command = System.CommandLine.Command;

namespace LatentWalk.Viewer.Verbs;

/// <summary><c>view</c>: the window, or the same scene in files.</summary>
internal static class ViewVerb
{
    private const int LargestSide = 16384;

    public static Command Create()
    {
        var what = new Argument<string?>("WHAT")
        {
            Description = "A generator (.onnx), a checkpoint (.safetensors), a run folder (followed while it trains), a saved picture (.png) or a walk (.walk.json); nothing: the newest of runs/, else models/.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var seed = new Option<ulong?>("--seed") { Description = "The seed to begin at; it also decides the random destinations." };
        var model = new Option<string?>("--model") { Description = "The generator to open a saved picture with." };
        var output = new Option<string?>("--out") { Description = "Where pictures are saved (default: LatentWalk in the pictures folder); with --headless, the frames too." };
        var provider = new Option<ProviderChoice>("--provider") { Description = "What runs the generator.", DefaultValueFactory = _ => ProviderChoice.Auto };
        var fullScreen = new Option<bool>("--fullscreen") { Description = "Begin in full screen." };
        var size = new Option<string>("--size") { Description = "Of the window or the frames.", HelpName = "WxH", DefaultValueFactory = _ => "960x720" };
        var headless = new Option<bool>("--headless") { Description = "No window: draw frames into PNG files." };
        var frames = new Option<int?>("--frames") { Description = "With --headless: how many, 60 a second (default: as long as the input goes on, and a second)." };
        var input = new Option<string?>("--input") { Description = "With --headless: a script of keys and mouse ('0.5 down W', '1.2 press P', '2 drop FILE')." };
        var data = new Option<string?>("--data") { Description = "The folder of the training pictures, for Inspect (default: what the run's config.json names)." };
        var replay = new Option<string?>("--replay") { Description = "A walk (.walk.json): plays it in the window; with --headless, films it to --out (a folder of frames, or an .mp4, .webp or .apng)." };
        var fps = new Option<double?>("--fps") { Description = "With --replay --headless: frames per second, 1 to 240 (default: 30)." };
        var hud = new Option<bool>("--hud") { Description = "With --replay --headless: the text over the picture, too." };
        var settingsFile = new Option<string?>("--settings") { Description = "The settings file (default: settings.json of LatentWalk in the application data; with --headless: none)." };
        var command = new Command("view", "Walk through a generator's pictures.") { what, seed, model, output, provider, fullScreen, size, headless, frames, input, replay, fps, hud, settingsFile, data };
        command.SetAction(parsed =>
        {
            (int width, int height) = ReadSize(parsed.GetValue(size)!);
            bool offScreen = parsed.GetValue(headless);
            string folder = parsed.GetValue(output) ?? (offScreen ? "frames" : PicturesFolder());
            TimeProvider clock = TimeProvider.System;
            SessionSettings settings = new()
            {
                Provider = parsed.GetValue(provider),
                OutFolder = folder,
                DataFolder = ExistingFolder(parsed.GetValue(data)),
                Preferences = Preferred(parsed.GetValue(settingsFile) ?? (offScreen ? null : SettingsFile.DefaultPath)),
                Seed = parsed.GetValue(seed),
                WalkSeed = parsed.GetValue(seed) ?? (offScreen ? 0 : (ulong)clock.GetUtcNow().Ticks),
            };
            if (!offScreen && (parsed.GetValue(frames) is not null || parsed.GetValue(input) is not null))
            {
                throw new UsageException("--frames and --input draw into files; add --headless.");
            }

            string? walk = parsed.GetValue(replay);
            if ((walk is null || !offScreen) && (parsed.GetValue(fps) is not null || parsed.GetValue(hud)))
            {
                throw new UsageException("--fps and --hud belong to a film; add --replay FILE.walk.json --headless.");
            }

            if (walk is not null && parsed.GetValue(input) is not null)
            {
                throw new UsageException("--replay and --input both say what the hands do; leave one of them out.");
            }

            OpenResolver resolver = new(ModelFolders.Default, Existing(parsed.GetValue(model)));
            using ShutdownSignal shutdown = new();
            using WalkSession session = new(settings, resolver, clock);
            if (walk is not null && offScreen)
            {
                Film(session, resolver, parsed.GetValue(what), walk, folder, (width, height), RequireRate(parsed.GetValue(fps) ?? 30), parsed.GetValue(hud), RequirePositive(parsed.GetValue(frames)), shutdown);
            }
            else if (offScreen)
            {
                ScriptPlayer script = new(parsed.GetValue(input) is { } path ? InputScript.Load(path) : []);
                HeadlessSettings frameSettings = new(RequirePositive(parsed.GetValue(frames)), width, height, folder);
                session.Open(parsed.GetValue(what));
                IReadOnlyList<string> files = new HeadlessLoop(session, frameSettings, script).Run(shutdown.Token);
                Talk.Info($"{files.Count} frames in {folder}");
            }
            else
            {
                string[] named = [.. new[] { parsed.GetValue(what), walk }.OfType<string>()];
                RequireDisplay(named.Length == 0 ? resolver.Resolve((string?)null) : resolver.Resolve(named), settings.Provider);
                session.Open(named);
                if (named.Length == 0)
                {
                    session.ShowTitle(new TitleFinder(ModelFolders.Default, clock.GetUtcNow().UtcDateTime).Find);
                }

                using WindowLoop window = new(session, new WindowSettings(width, height, parsed.GetValue(fullScreen)), clock);
                window.Run(shutdown.Token);
            }

            shutdown.ThrowIfReceived("the walk was ended from outside.");
            return (int)ExitCode.Ok;
        });
        return command;
    }

    // A walk knows its own generator, unless another one is named.
    private static void Film(
        WalkSession session, OpenResolver resolver, string? what, string walkFile, string output, (int Width, int Height) size, double rate, bool text, int? most, ShutdownSignal shutdown)
    {
        Walk walk = WalkFile.Load(walkFile);
        session.Open(what ?? resolver.Model ?? WalkGenerators.Find(resolver.Folders, walk.Origin, null) ?? throw new BadModelException(
            $"{walkFile} was made in {walk.Origin.Name}, SHA-256 {walk.Origin.Model[..12]}…, which is neither under runs/ nor in models/; name its file: lw view FILE.onnx --replay {walkFile} …"));
        try
        {
            int drawn = new SceneFilm(session, walk, output, size.Width, size.Height, rate, text).Run(most, shutdown.Token);
            Talk.Info($"{drawn} frames in {output}");
        }
        catch (OperationCanceledException)
        {
            shutdown.ThrowIfReceived("the film was given up.");
            throw;
        }
    }

    private static double RequireRate(double rate) => rate is >= 1 and <= 240
        ? rate
        : throw new UsageException($"--fps is {rate.ToString(CultureInfo.InvariantCulture)}; expected 1 to 240.");

    private static Preferences Preferred(string? path) => path is null ? new Preferences() : new Preferences(SettingsFile.Load(path));

    // What is wrong with the file is the better news than that there is no display to show it on.
    private static void RequireDisplay(OpenTarget target, ProviderChoice provider)
    {
        if (WindowLoop.HasDisplay)
        {
            return;
        }

        GeneratorSource.Open(target.Generator!, provider).Dispose();
        throw new DeviceException(
            "there is no display: neither DISPLAY nor WAYLAND_DISPLAY is set. Start it on a desktop, set DISPLAY, or draw into files with: lw view --headless --frames 60 --out frames");
    }

    /// <summary>Where P saves when no folder is named.</summary>
    public static string PicturesFolder()
    {
        string pictures = Environment.GetFolderPath(Environment.SpecialFolder.MyPictures);
        return Path.Combine(
            pictures.Length > 0 ? pictures : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), "Pictures"), "LatentWalk");
    }

    private static string? Existing(string? model) => model is null || File.Exists(model) || Directory.Exists(model)
        ? model
        : throw new UsageException($"there is no {model} (--model); name a generator (.onnx), a checkpoint or a run folder.");

    private static string? ExistingFolder(string? data) => data is null || Directory.Exists(data)
        ? data
        : throw new UsageException($"there is no folder {data} (--data); name the folder of the training pictures.");

    private static int? RequirePositive(int? frames) => frames is null or > 0
        ? frames
        : throw new UsageException($"--frames is {frames}; expected 1 or more.");

    private static (int Width, int Height) ReadSize(string text)
    {
        string[] sides = text.Split('x', 'X');
        return sides.Length == 2
            && int.TryParse(sides[0], NumberStyles.None, CultureInfo.InvariantCulture, out int width)
            && int.TryParse(sides[1], NumberStyles.None, CultureInfo.InvariantCulture, out int height)
            && width is >= 64 and <= LargestSide && height is >= 64 and <= LargestSide
            ? (width, height)
            : throw new UsageException($"--size is '{text}'; expected WIDTHxHEIGHT in pixels, 64 to {LargestSide} each, such as 960x720.");
    }
}
