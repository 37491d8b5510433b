using Microsoft.ML.OnnxRuntime;

namespace LatentWalk.Inference;

/// <summary>Session options that all providers share.</summary>
internal static class SessionFactory
{
    public static SessionOptions Options(int threads) => new()
    {
        GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
        ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
        IntraOpNumThreads = threads > 0 ? threads : PhysicalCores.Count,
        InterOpNumThreads = 1,
        // What is wrong comes as an exception; warnings about a foreign graph are not the user's business.
        LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
    };

    /// <summary>ONNX Runtime's messages can run over pages; the first line says what happened.</summary>
    public static string FirstLine(string message)
    {
        const int longest = 300;
        string line = message.AsSpan().Trim().ToString().Split('\n', 2)[0].TrimEnd('\r', '.', ' ');
        return line.Length <= longest ? line : line[..longest] + "…";
    }
}
