namespace LatentWalk.Inference.Tests;

/// <summary>Opens generators that are too small for threads: a test must not fight the others for cores.</summary>
internal static class Sessions
{
    public static InferenceSettings OneThread { get; } = new() { Threads = 1, BusyWait = false };

    public static GeneratorSession Open(string path) => GeneratorSession.Open(path, OneThread);
}
