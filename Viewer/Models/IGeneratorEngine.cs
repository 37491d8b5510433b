namespace LatentWalk.Viewer.Models;

/// <summary>A generator on one provider. Run by one thread at a time.</summary>
internal interface IGeneratorEngine : IDisposable
{
    string Provider { get; }

    /// <summary>The most latents of one run.</summary>
    int BatchSize { get; }

    /// <summary>Whether <see cref="OpenOnCpu"/> may be called.</summary>
    bool CanFallBack { get; }

    /// <summary>A run that takes longer than this will never end.</summary>
    double PatienceSeconds { get; }

    /// <inheritdoc cref="Working.IPictureSource.Run"/>
    void Run(ReadOnlySpan<float> z, ReadOnlySpan<float> c, int count, Span<byte> rgba);

    /// <summary>The same generator on the CPU, whatever has become of its file.</summary>
    IGeneratorEngine OpenOnCpu();
}
