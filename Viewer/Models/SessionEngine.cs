using LatentWalk.Inference;

namespace LatentWalk.Viewer.Models;

/// <summary>ONNX Runtime as the engine. Owns the session.</summary>
internal sealed class SessionEngine(GeneratorSession session) : IGeneratorEngine
{
    /// <summary>With loading the model on the CPU, the picture is back within 2 s of a graphics card's last one.</summary>
    private const double GpuPatience = 1.2;

    /// <summary>Nothing is faster than the CPU where there is only the CPU; a large batch on a small machine takes a while.</summary>
    private const double CpuPatience = 30;

    public string Provider => session.Provider;

    public int BatchSize => session.BatchSize;

    public bool CanFallBack => session.CanFallBack;

    public double PatienceSeconds => CanFallBack ? GpuPatience : CpuPatience;

    public void Run(ReadOnlySpan<float> z, ReadOnlySpan<float> c, int count, Span<byte> rgba) => session.Run(z, c, count, rgba);

    public IGeneratorEngine OpenOnCpu() => new SessionEngine(session.OpenOnCpu());

    public void Dispose() => session.Dispose();
}
