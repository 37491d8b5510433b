using Microsoft.ML.OnnxRuntime;

namespace LatentWalk.Inference;

/// <summary>Session options that all providers share.</summary>
internal static class SessionFactory
{
    public static SessionOptions Options(InferenceSettings settings)
    {
        var options = new SessionOptions
        {
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            IntraOpNumThreads = settings.Threads > 0 ? settings.Threads : PhysicalCores.Count,
            InterOpNumThreads = 1,
            // What is wrong comes as an exception; warnings about a foreign graph are not the user's business.
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
        };
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", settings.BusyWait ? "1" : "0");
        // Never guessed from the bytes: a file could be one thing to whoever checks it and another to ONNX Runtime.
        options.AddSessionConfigEntry("session.load_model_format", "ONNX");

        if (settings.UnpackWeights)
        {
            options.AddSessionConfigEntry("session.disable_quant_qdq", "1");
        }

        if (settings.SparesMemory)
        {
            options.EnableMemoryPattern = false;
            options.AddSessionConfigEntry("session.disable_prepacking", "1");
        }

        // A viewer waits between frames; its threads need not.
        options.AddSessionConfigEntry("session.force_spinning_stop", "1");
        return options;
    }

    /// <summary>ONNX Runtime's messages can run over pages; the first line says what happened.</summary>
    public static string FirstLine(string message)
    {
        const int longest = 300;
        string line = message.AsSpan().Trim().ToString().Split('\n', 2)[0].TrimEnd('\r', '.', ' ');
        return line.Length <= longest ? line : line[..longest] + "…";
    }
}
