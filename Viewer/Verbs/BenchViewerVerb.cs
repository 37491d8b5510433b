using System.CommandLine;
using System.Text.Json;
using LatentWalk.Cli;
using LatentWalk.Core.Errors;
using LatentWalk.Inference;
using LatentWalk.Viewer.Bench;
using LatentWalk.Viewer.Models;
using Command = System.CommandLine.Command;

namespace LatentWalk.Viewer.Verbs;

/// <summary>Measures the window in flight and at rest.</summary>
internal static class BenchViewerVerb
{
    private const double LogSeconds = 10;

    public static Command Create()
    {
        var what = new Argument<string?>("WHAT")
        {
            Description = "A generator (.onnx) or a run folder; nothing: the newest of runs/, else models/.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var resolution = new Option<int?>("--resolution") { Description = "Instead of WHAT: a generator of this side with random weights (16, 32, 64, 128, 256 or 512)." };
        var seconds = new Option<double>("--seconds") { Description = "Of scripted flight; a quarter as long is spent at rest.", DefaultValueFactory = _ => 20 };
        var minutes = new Option<double?>("--minutes") { Description = "A long flight instead, with a line of CSV every ten seconds on standard output (with --json: on standard error)." };
        var provider = new Option<ProviderChoice>("--provider") { Description = "What runs the generator.", DefaultValueFactory = _ => ProviderChoice.Auto };
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var command = new Command("viewer", "Measure the window: frames, latency, allocations, idle load, memory.") { what, resolution, seconds, minutes, provider, json };
        command.SetAction(parsed =>
        {
            using ShutdownSignal shutdown = new();
            double flight = Require("--minutes", parsed.GetValue(minutes) * 60) ?? Require("--seconds", parsed.GetValue(seconds))!.Value;
            BenchSettings settings = new()
            {
                FlightSeconds = flight,
                LogSeconds = parsed.GetValue(minutes) is null ? 0 : Math.Min(LogSeconds, flight / 4),
                Provider = parsed.GetValue(provider),
            };
            using MadeFile? made = parsed.GetValue(resolution) is { } side ? new MadeFile(RequireSide(side)) : null;
            string generator = made?.Path ?? new OpenResolver(ModelFolders.Default).Resolve(parsed.GetValue(what)).Generator!;
            BenchRun run = new(generator, settings, TimeProvider.System);
            ViewerResult result = run.Run(parsed.GetValue(json) ? Console.Error : Console.Out, shutdown.Token);
            if (run.OffscreenReason is { } reason)
            {
                Talk.Warn($"drawn off screen, without a window: {reason.TrimEnd('.')}.");
            }

            Console.WriteLine(parsed.GetValue(json) ? JsonSerializer.Serialize(result, VerbJson.Default.ViewerResult) : Describe(result));
            return (int)ExitCode.Ok;
        });
        return command;
    }

    private static double? Require(string option, double? seconds) => seconds is null or (>= 1 and <= 86400 * 7)
        ? seconds
        : throw new UsageException($"{option} is out of range; expected 1 second to a week.");

    private static int RequireSide(int side) => side is 16 or 32 or 64 or 128 or 256 or 512
        ? side
        : throw new UsageException($"--resolution is {side}; expected 16, 32, 64, 128, 256 or 512.");

    private static string Describe(ViewerResult result) => FormattableString.Invariant($"""
        {result.Generator}, {result.Width}x{result.Height}, {result.Provider}, {(result.OnScreen ? "in a window" : "off screen")} on {result.Renderer}
        {result.Frames} frames in {result.Seconds:0} s of flight, {result.FacesPerSecond:0.0} faces a second
                              p50        p95        max
        frame            {result.FrameP50Ms,8:0.00}   {result.FrameP95Ms,8:0.00}   {result.FrameMaxMs,8:0.00} ms
        inference        {result.InferenceP50Ms,8:0.00}   {result.InferenceP95Ms,8:0.00}            ms
        latency          {result.LatencyP50Ms,8:0.00}   {result.LatencyP95Ms,8:0.00}            ms   (one inference and two frames: {result.LatencyBoundMs:0.00})
        latency          {result.LatencyP50Frames,8:0.00}   {result.LatencyP95Frames,8:0.00}            frames
        bare run {result.RunMs:0.00} ms, latent to picture {result.PipelineMs:0.00} ms: {result.Ratio * 100:0} % of the bare rate
        allocated {result.AllocatedBytesP95:0} bytes a frame (p95; {result.AllocatedBytesPerFrame:0.#} on average, with the places to come back to), dropped {result.Dropped}, stale {result.Stale}
        at rest {result.IdleCpuPercent:0.0} % of a core, first picture after {result.FirstPictureMs:0} ms
        memory {result.ResidentStartMB:0.0} MB, {result.ResidentGrowthMB:+0.0;-0.0;0.0} MB in the flight
        """);

    /// <summary>A generator of random weights for as long as it is measured.</summary>
    private sealed class MadeFile : IDisposable
    {
        private readonly string folder = Directory.CreateTempSubdirectory("lw-bench-").FullName;

        public MadeFile(int side)
        {
            Path = System.IO.Path.Combine(folder, $"random-{side}.onnx");
            File.WriteAllBytes(Path, RandomGenerator.Make(side));
        }

        public string Path { get; }

        public void Dispose() => Directory.Delete(folder, recursive: true);
    }
}
