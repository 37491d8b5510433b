namespace LatentWalk.Viewer.Bench;

/// <summary>The JSON of <c>bench viewer</c>. Of the flight, unless it says otherwise.</summary>
internal sealed record ViewerResult
{
    public string Bench { get; } = "viewer";

    public required string Generator { get; init; }

    public required string Provider { get; init; }

    /// <summary>Of one picture.</summary>
    public required int Width { get; init; }

    public required int Height { get; init; }

    /// <summary>Whether there was a window; else the same frames were drawn off screen.</summary>
    public required bool OnScreen { get; init; }

    /// <summary>OpenGL's name for what draws.</summary>
    public required string Renderer { get; init; }

    public required double Seconds { get; init; }

    public required long Frames { get; init; }

    public required double FrameP50Ms { get; init; }

    public required double FrameP95Ms { get; init; }

    public required double FrameMaxMs { get; init; }

    /// <summary>One picture of the generator, while everything else goes on beside it.</summary>
    public required double InferenceP50Ms { get; init; }

    public required double InferenceP95Ms { get; init; }

    /// <summary>From the change of the latent to the end of the buffer swap that shows its picture.</summary>
    public required double LatencyP50Ms { get; init; }

    public required double LatencyP95Ms { get; init; }

    /// <summary>In frames of the median length.</summary>
    public required double LatencyP50Frames { get; init; }

    public required double LatencyP95Frames { get; init; }

    /// <summary>One inference (95th percentile) and two frames (median): what the latency is held against.</summary>
    public required double LatencyBoundMs { get; init; }

    public required double FacesPerSecond { get; init; }

    /// <summary>Requests that a newer one replaced before the worker saw them.</summary>
    public required long Dropped { get; init; }

    /// <summary>Pictures that came too late to be shown.</summary>
    public required long Stale { get; init; }

    /// <summary>Managed bytes of the frame loop and the worker in a frame: 95 of 100 frames allocate no more.</summary>
    public required double AllocatedBytesP95 { get; init; }

    /// <summary>All of the flight over its frames: each move leaves a place to come back to, which is memory.</summary>
    public required double AllocatedBytesPerFrame { get; init; }

    /// <summary>Of one core, with nothing held and nothing moving.</summary>
    public required double IdleCpuPercent { get; init; }

    /// <summary>From the start of the process.</summary>
    public required double FirstPictureMs { get; init; }

    public required double ResidentStartMB { get; init; }

    public required double ResidentEndMB { get; init; }

    public required double ResidentGrowthMB { get; init; }

    /// <summary>One bare run of ONNX Runtime, alternated with <see cref="PipelineMs"/>.</summary>
    public required double RunMs { get; init; }

    /// <summary>One picture from latent to uploaded texture.</summary>
    public required double PipelineMs { get; init; }

    /// <summary>runMs / pipelineMs: the part of the bare rate that the window gets.</summary>
    public required double Ratio { get; init; }
}
