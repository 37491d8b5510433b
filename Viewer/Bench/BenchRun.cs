using LatentWalk.Core.Errors;
using LatentWalk.Inference;
using LatentWalk.Viewer.App;
using LatentWalk.Viewer.Graphics;
using LatentWalk.Viewer.Headless;
using LatentWalk.Viewer.Models;

namespace LatentWalk.Viewer.Bench;

/// <summary>Plays a <see cref="ViewerBench"/> in a window, or off screen where there is none, and measures bare inference afterwards.</summary>
internal sealed class BenchRun(string generator, BenchSettings settings, TimeProvider clock)
{
    private const int Rounds = 21;
    private const int ShortRounds = 5;
    private const double ShortSeconds = 5;
    private const double RoundSeconds = 0.1;

    /// <summary>Why nothing was on screen; null when it was.</summary>
    public string? OffscreenReason { get; private set; }

    /// <param name="log">For the lines of a long flight.</param>
    /// <param name="stop">Ends it before its time.</param>
    public ViewerResult Run(TextWriter log, CancellationToken stop)
    {
        SessionSettings walk = new() { OutFolder = Path.GetTempPath(), WalkSeed = 1, Provider = settings.Provider };
        double kept = settings.LogSeconds > 0 ? 2 * settings.LogSeconds : settings.FlightSeconds;
        FrameStatistics statistics = new((int)(kept * ViewerBench.SamplesPerSecond) + ViewerBench.SamplesPerSecond);
        using WalkSession session = new(walk, new OpenResolver(ModelFolders.Default), clock, statistics);
        session.Open(generator);
        ViewerBench bench = new(session, settings, log);
        string renderer = OnScreen(session, bench, stop) ?? new OffscreenLoop(session, clock).Run(settings.Width, settings.Height, bench.Step, stop);
        stop.ThrowIfCancellationRequested();
        if (bench.Phase != BenchPhase.Over)
        {
            throw new DeviceException("the window was closed before all was measured; leave it open until the figures come.");
        }

        return Describe(session.Generator!, bench, renderer, CompareWithBareRuns());
    }

    // What draws, or null when there can be no window.
    private string? OnScreen(WalkSession session, ViewerBench bench, CancellationToken stop)
    {
        if (!WindowLoop.HasDisplay)
        {
            OffscreenReason = "neither DISPLAY nor WAYLAND_DISPLAY is set";
            return null;
        }

        bool opened = false;
        using WindowLoop window = new(session, new WindowSettings(settings.Width, settings.Height), clock)
        {
            Step = seconds =>
            {
                opened = true;
                return bench.Step(seconds);
            },
        };
        try
        {
            window.Run(stop);
            return window.Renderer;
        }
        catch (DeviceException error) when (!opened)
        {
            OffscreenReason = error.Message;
            return null;
        }
    }

    private InferResult CompareWithBareRuns()
    {
        GeneratorSession session = GeneratorSession.Open(generator, GeneratorSource.SettingsOf(settings.Provider));
        using GeneratorSource source = new(session);
        using IHeadlessContext context = HeadlessContext.Open();
        using PictureTexture texture = new(context.Gl, source.Width, source.Height);
        int pictures = PicturesOfARound(source);
        using InferBench bench = new(session, source, texture, pictures);
        return bench.Measure(settings.FlightSeconds < ShortSeconds ? ShortRounds : Rounds);
    }

    private static int PicturesOfARound(GeneratorSource source)
    {
        float[] z = new float[source.ZDim];
        byte[] rgba = new byte[source.Width * source.Height * 4];
        source.Run(z, [], 1, rgba);
        long start = TimeProvider.System.GetTimestamp();
        source.Run(z, [], 1, rgba);
        double seconds = TimeProvider.System.GetElapsedTime(start).TotalSeconds;
        return (int)Math.Clamp(RoundSeconds / Math.Max(seconds, 1e-6), 3, 200);
    }

    private ViewerResult Describe(GeneratorSource source, ViewerBench bench, string renderer, InferResult infer)
    {
        FrameFigures flight = bench.Flight;
        double frame = flight.Intervals.P50;
        return new ViewerResult
        {
            Generator = source.Info.Name,
            Provider = source.Provider,
            Width = source.Width,
            Height = source.Height,
            OnScreen = OffscreenReason is null,
            Renderer = renderer,
            Seconds = Math.Round(bench.FlightSeconds, 2),
            Frames = bench.Frames,
            FrameP50Ms = Ms(frame),
            FrameP95Ms = Ms(flight.Intervals.P95),
            FrameMaxMs = Ms(flight.Intervals.Max),
            InferenceP50Ms = Ms(flight.Runs.P50),
            InferenceP95Ms = Ms(flight.Runs.P95),
            LatencyP50Ms = Ms(flight.Latencies.P50),
            LatencyP95Ms = Ms(flight.Latencies.P95),
            LatencyP50Frames = Math.Round(flight.Latencies.P50 / frame, 2),
            LatencyP95Frames = Math.Round(flight.Latencies.P95 / frame, 2),
            LatencyBoundMs = Ms(flight.Runs.P95 + 2 * frame),
            FacesPerSecond = Math.Round(bench.Faces / bench.FlightSeconds, 1),
            Dropped = flight.Dropped,
            Stale = flight.Stale,
            AllocatedBytesP95 = flight.Allocations.P95,
            AllocatedBytesPerFrame = Math.Round(bench.AllocatedBytesPerFrame, 2),
            IdleCpuPercent = Math.Round(bench.IdleCpuPercent, 2),
            FirstPictureMs = Ms(bench.FirstPictureSeconds),
            ResidentStartMB = Megabytes(bench.ResidentStart),
            ResidentEndMB = Megabytes(bench.ResidentEnd),
            ResidentGrowthMB = Megabytes(bench.ResidentEnd - bench.ResidentStart),
            RunMs = infer.RunMs,
            PipelineMs = infer.PipelineMs,
            Ratio = infer.Ratio,
        };
    }

    private static double Ms(double seconds) => Math.Round(seconds * 1000, 3);

    private static double Megabytes(long bytes) => Math.Round(bytes / 1048576.0, 2);
}
