using LatentWalk.Core.Errors;
using Microsoft.ML.OnnxRuntime;

namespace LatentWalk.Inference;

/// <summary>One of ONNX Runtime's execution providers: its names and how it is switched on.</summary>
internal sealed record ExecutionProvider(string Name, string RuntimeName, ProviderChoice Choice, Action<SessionOptions> Append)
{
    public const string NotInBuild = "not in this build of ONNX Runtime";

    /// <summary>In the order in which they are tried; the CPU is last and always there.</summary>
    public static IReadOnlyList<ExecutionProvider> All { get; } =
    [
        new("DirectML", "DmlExecutionProvider", ProviderChoice.DirectML, options =>
        {
            // DirectML's rules for a session.
            options.EnableMemoryPattern = false;
            options.ExecutionMode = ExecutionMode.ORT_SEQUENTIAL;
            options.AppendExecutionProvider_DML(0);
        }),
        new("CUDA", "CUDAExecutionProvider", ProviderChoice.Cuda, options => options.AppendExecutionProvider_CUDA(0)),
        new("CoreML", "CoreMLExecutionProvider", ProviderChoice.CoreML, options => options.AppendExecutionProvider("CoreML", [])),
        new("CPU", "CPUExecutionProvider", ProviderChoice.Cpu, _ => { }),
    ];

    public static ExecutionProvider Cpu { get; } = All[^1];

    /// <summary>A session of this provider, or why there is none.</summary>
    /// <exception cref="BadModelException">The CPU cannot load the model either: then it is the model's fault.</exception>
    public InferenceSession? TryOpen(byte[] model, string path, InferenceSettings settings, out string reason)
    {
        if (this != Cpu && !IsInBuild)
        {
            reason = NotInBuild;
            return null;
        }

        try
        {
            using var options = SessionFactory.Options(settings);
            Append(options);
            reason = "";
            return new InferenceSession(model, options);
        }
        catch (Exception error) when (error is OnnxRuntimeException or EntryPointNotFoundException or DllNotFoundException or NotSupportedException)
        {
            reason = SessionFactory.FirstLine(error.Message);
            return this == Cpu
                ? throw new BadModelException($"{path} cannot be loaded by ONNX Runtime: {reason}. Export it again with opset 17.", error)
                : null;
        }
    }

    public bool IsInBuild => OrtEnv.Instance().GetAvailableProviders().Contains(RuntimeName, StringComparer.Ordinal);
}
