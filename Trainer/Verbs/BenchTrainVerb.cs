using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using LatentWalk.Core.Errors;
using LatentWalk.Trainer.Data;
using LatentWalk.Trainer.Machine;
using LatentWalk.Trainer.Options;
using LatentWalk.Trainer.Runs;
using LatentWalk.Trainer.Training;
using static TorchSharp.torch;

namespace LatentWalk.Trainer.Verbs;

/// <summary>Times training steps on made-up pictures: no files, no log, medians.</summary>
internal static class BenchTrainVerb
{
    private const int WarmUpSteps = 3;
    private const int PictureCount = 256;

    // Of a recipe that learns classes.
    private static readonly string[] s_classes = [.. Enumerable.Range(1, 10).Select(i => $"class {i}")];

    public static Command Create()
    {
        var preset = new Option<string>("--preset") { Description = "The preset to time.", DefaultValueFactory = _ => TrainingRequest.DefaultPreset };
        var steps = new Option<int>("--steps") { Description = "Steps to time, after a few to warm up.", DefaultValueFactory = _ => 16 };
        var batch = new Option<int?>("--batch") { Description = "Pictures in a batch; the preset's if not given." };
        var threads = new Option<int>("--threads") { Description = "Threads; 0 for one a physical core.", DefaultValueFactory = _ => 0 };
        var device = new Option<string>("--device") { Description = "auto, cpu or cuda.", DefaultValueFactory = _ => "auto" };
        var set = new Option<string[]>("--set") { Description = "A field of the configuration and its value, as augment.kind=ada; may be given more than once.", HelpName = "field=value" };
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var command = new Command("train", "Time training steps on made-up pictures.") { preset, steps, batch, threads, device, set, json };
        command.SetAction(parsed =>
        {
            var request = new TrainingRequest(parsed.GetValue(preset),
            [
                ("data.folder", "(made up)"),
                ("steps", $"{parsed.GetValue(steps)}"),
                .. parsed.GetValue(batch) is { } pictures ? new[] { ("batch", $"{pictures}") } : [],
                ("machine.threads", $"{parsed.GetValue(threads)}"),
                ("machine.device", parsed.GetValue(device)!),
                .. (parsed.GetValue(set) ?? []).Select(Field),
            ]);
            var result = Measure(TrainingMachine.Prepare(request.Resolve()));
            Console.WriteLine(parsed.GetValue(json)
                ? JsonSerializer.Serialize(result, VerbJson.Default.BenchTrainResult)
                : $"{result.Preset}, batch {result.Batch}, {result.Threads} threads on {result.Device}: {result.StepSeconds:0.000} s a step, {result.ImagesPerSecond:0.0} images/s (median of {result.Steps})");
            return 0;
        });
        return command;
    }

    private static (string Path, string Value) Field(string text) => text.IndexOf('=', StringComparison.Ordinal) is > 0 and var at
        ? (text[..at], text[(at + 1)..])
        : throw new UsageException($"--set is '{text}'; expected a field and its value, as augment.kind=ada.");

    private static BenchTrainResult Measure(TrainingOptions options)
    {
        var set = MadeUpPictures.Of(options.Seed, PictureCount, options.Generator.Resolution, options.Condition.Enabled ? s_classes : []);
        options = RunConfig.WithClasses(options, set);
        using var state = new TrainingState(options, Devices.Named(options.Machine.Device));
        using var batches = new BatchSource(set, options, state.Device);
        var step = new TrainingStep(state);
        var seconds = new List<double>();
        for (int i = 0; i < WarmUpSteps + options.Steps; i++)
        {
            using var scope = NewDisposeScope();
            var clock = Stopwatch.StartNew();
            step.Run(batches.Of, read: false);
            if (options.Machine.Device == "cuda")
            {
                cuda.synchronize();
            }

            if (i >= WarmUpSteps)
            {
                seconds.Add(clock.Elapsed.TotalSeconds);
            }
        }

        seconds.Sort();
        double median = (seconds[(seconds.Count - 1) / 2] + seconds[seconds.Count / 2]) / 2;

        // The median step takes no lazy penalty; the mean tells what one costs over many steps.
        return new BenchTrainResult
        {
            Preset = options.Preset,
            Batch = options.Batch,
            Threads = options.Machine.Threads,
            Device = options.Machine.Device,
            Steps = options.Steps,
            StepSeconds = Math.Round(median, 4),
            MeanStepSeconds = Math.Round(seconds.Average(), 4),
            ImagesPerSecond = Math.Round(options.ImagesPerStep / median, 2),
        };
    }
}
