namespace LatentWalk.Viewer.Bench;

/// <summary>In the order in which they come.</summary>
internal enum BenchPhase
{
    /// <summary>Until the first picture is on screen.</summary>
    Opening,

    /// <summary>Flight that does not count: code is compiled, buffers grow.</summary>
    Warming,

    Flying,

    /// <summary>Until nothing moves and no message is left.</summary>
    Settling,

    Idling,

    Over,
}
